package org.quantplatform.rest.internal;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.quantplatform.api.data.LiveEvent;
import org.quantplatform.api.data.LivePrices;
import org.quantplatform.api.data.LiveQuery;
import org.quantplatform.api.data.LiveStream;
import org.quantplatform.model.QuantException;

/** Tells its watchers what a test has it tell. */
final class MemoryPrices implements LivePrices {

    final List<LiveQuery> queries = new CopyOnWriteArrayList<>();
    final List<Consumer<LiveEvent>> listeners = new CopyOnWriteArrayList<>();

    @Override
    public List<LiveStream> streams() {
        return queries.stream()
                .map(query -> new LiveStream(
                        query.source(),
                        query.market(),
                        "live",
                        1,
                        query.tickers().size(),
                        7,
                        1,
                        Instant.parse("2026-01-02T15:00:00Z"),
                        null))
                .toList();
    }

    @Override
    public Watch watch(LiveQuery query, Consumer<LiveEvent> listener) {
        if (!query.source().equals("one")) {
            throw QuantException.invalid("source", "there is no source '" + query.source() + "'");
        }
        queries.add(query);
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
