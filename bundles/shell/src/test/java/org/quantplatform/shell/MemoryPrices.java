package org.quantplatform.shell;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.quantplatform.api.data.LiveEvent;
import org.quantplatform.api.data.LiveEvent.Type;
import org.quantplatform.api.data.LivePrices;
import org.quantplatform.api.data.LiveQuery;
import org.quantplatform.api.data.LiveStream;
import org.quantplatform.api.data.LiveTick;
import org.quantplatform.model.Market;

/** Tells each watcher of an interruption, a refusal, a trade and a quote. */
final class MemoryPrices implements LivePrices {

    final List<LiveQuery> queries = new ArrayList<>();
    int closed;

    @Override
    public List<LiveStream> streams() {
        Instant notice = Instant.parse("2026-01-02T14:59:00Z");
        return List.of(new LiveStream("one", Market.KR, "live", 1, 2, 1_234, 3, notice, null));
    }

    @Override
    public Watch watch(LiveQuery query, Consumer<LiveEvent> listener) {
        queries.add(query);
        if (query.source().equals("gone")) {
            listener.accept(LiveEvent.state(0, Type.DOWN, "there is no source 'gone'", 0));
            return () -> closed++;
        }
        String ticker = query.tickers().get(0);
        Instant time = Instant.parse("2026-01-02T15:00:00Z");
        double none = Double.NaN;
        listener.accept(LiveEvent.state(1, Type.DOWN, "no key", 2));
        listener.accept(LiveEvent.refused(2, "X", "unknown"));
        listener.accept(LiveEvent.of(2, new LiveTick(query.market(), ticker, time, 12.5, 100, none, none, 3)));
        listener.accept(LiveEvent.of(3, new LiveTick(query.market(), ticker, time, none, none, 12.4, 12.6)));
        return () -> closed++;
    }
}
