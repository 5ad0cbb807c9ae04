package org.quantplatform.rest.internal.cache;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** In this process; what was not asked for longest goes when the limit is reached. */
final class MemoryStore implements AnswerStore {

    private static final int SHARE_OF_ONE = 8;

    private final long limit;
    private final Map<String, CachedAnswer> answers = new LinkedHashMap<>(64, 0.75f, true);
    private long size;

    /** @param limit bytes; an answer larger than an eighth of it is not kept */
    MemoryStore(long limit) {
        this.limit = limit;
    }

    @Override
    public synchronized Optional<CachedAnswer> get(String key) {
        return Optional.ofNullable(answers.get(key));
    }

    @Override
    public synchronized void put(String key, CachedAnswer answer) {
        if (answer.weight() > limit / SHARE_OF_ONE) {
            return;
        }
        CachedAnswer before = answers.put(key, answer);
        size += answer.weight() - (before == null ? 0 : before.weight());
        Iterator<CachedAnswer> oldest = answers.values().iterator();
        while (size > limit) {
            size -= oldest.next().weight();
            oldest.remove();
        }
    }

    synchronized long size() {
        return size;
    }

    @Override
    public synchronized void close() {
        answers.clear();
        size = 0;
    }
}
