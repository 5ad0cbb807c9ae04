package org.quantplatform.source.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The running feeds of a source, which end with it. Safe for use by many threads. */
public final class Feeds implements AutoCloseable {

    private final Set<Feed> running = ConcurrentHashMap.newKeySet();

    /** @return the same */
    public Feed add(Feed feed) {
        running.removeIf(Feed::isOver);
        running.add(feed);
        return feed;
    }

    @Override
    public void close() {
        running.forEach(Feed::close);
        running.clear();
    }
}
