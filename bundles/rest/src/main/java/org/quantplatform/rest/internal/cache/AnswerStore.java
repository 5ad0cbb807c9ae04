package org.quantplatform.rest.internal.cache;

import java.util.Optional;

/** Keeps answers for a while; may lose any of them at any time. */
interface AnswerStore extends AutoCloseable {

    Optional<CachedAnswer> get(String key);

    void put(String key, CachedAnswer answer);

    @Override
    void close();
}
