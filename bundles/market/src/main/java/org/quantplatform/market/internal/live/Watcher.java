package org.quantplatform.market.internal.live;

import java.util.Set;
import java.util.function.Consumer;
import org.quantplatform.api.data.LiveEvent;
import org.quantplatform.api.data.LiveQuery;

/** One subscription; compared by identity, since a user may have several alike. */
final class Watcher {

    private final long user;
    private final Set<String> tickers;
    private final long after;
    private final Consumer<LiveEvent> listener;

    Watcher(long user, LiveQuery query, Consumer<LiveEvent> listener) {
        this.user = user;
        this.tickers = Set.copyOf(query.tickers());
        this.after = query.after();
        this.listener = listener;
    }

    long user() {
        return user;
    }

    Set<String> tickers() {
        return tickers;
    }

    /** The last event that it has seen when it came. */
    long after() {
        return after;
    }

    void tell(LiveEvent event) {
        listener.accept(event);
    }
}
