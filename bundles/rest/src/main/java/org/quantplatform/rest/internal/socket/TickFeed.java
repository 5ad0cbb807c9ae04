package org.quantplatform.rest.internal.socket;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.quantplatform.api.PlatformSession;
import org.quantplatform.api.data.LiveEvent;
import org.quantplatform.api.data.LivePrices;
import org.quantplatform.api.data.LiveQuery;
import org.quantplatform.api.data.LiveTick;
import org.quantplatform.api.jobs.JobEvent;
import org.quantplatform.api.jobs.Jobs;
import org.quantplatform.rest.internal.events.Feed;

/** Prices of the moment from a source, and what happens to it. */
record TickFeed(LiveQuery query) implements Feed {

    @Override
    public Jobs.Watch open(PlatformSession platform, Consumer<JobEvent> listener) {
        LivePrices.Watch watch = platform.prices().watch(query, event -> listener.accept(document(event)));
        return watch::close;
    }

    @Override
    public String toString() {
        return "prices of " + query.tickers().size() + " instruments by " + query.source();
    }

    private JobEvent document(LiveEvent event) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("source", query.source());
        LiveTick tick = event.tick();
        if (tick != null) {
            values.put("market", tick.market().name());
            values.put("ticker", tick.ticker());
            values.put("time", tick.time().toString());
            put(values, "price", tick.price());
            put(values, "size", tick.size());
            put(values, "bid", tick.bid());
            put(values, "ask", tick.ask());
        }
        if (event.ticker() != null) {
            values.put("ticker", event.ticker());
        }
        if (!event.detail().isEmpty()) {
            values.put("detail", event.detail());
        }
        if (event.type() == LiveEvent.Type.DOWN) {
            values.put("retry_seconds", event.retrySeconds());
        }
        return new JobEvent(event.seq(), event.type().name().toLowerCase(Locale.ROOT), values);
    }

    /** What the source does not tell is left out. */
    private static void put(Map<String, Object> values, String name, double value) {
        if (!Double.isNaN(value)) {
            values.put(name, value);
        }
    }
}
