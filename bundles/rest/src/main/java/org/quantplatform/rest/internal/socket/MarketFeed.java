package org.quantplatform.rest.internal.socket;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.PlatformSession;
import org.quantplatform.api.data.MarketData;
import org.quantplatform.api.data.MarketInfo;
import org.quantplatform.api.data.OhlcvQuery;
import org.quantplatform.api.data.OhlcvSeries;
import org.quantplatform.api.data.SnapshotInfo;
import org.quantplatform.api.jobs.JobEvent;
import org.quantplatform.api.jobs.Jobs;
import org.quantplatform.model.Adjust;
import org.quantplatform.model.Market;
import org.quantplatform.model.QuantException;
import org.quantplatform.rest.internal.events.Feed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The latest bar of each of some instruments, and again whenever an import has changed it. The number of an event is that
 * of the data's snapshot.
 */
final class MarketFeed implements Feed {

    static final int MOST_SYMBOLS = 20;

    private static final Logger LOG = LoggerFactory.getLogger(MarketFeed.class);
    private static final long LOOK_SECONDS = 2;
    private static final PageRequest LATEST = new PageRequest(1, 1);

    private final List<Symbol> symbols;
    private final long after;
    private final ScheduledExecutorService clock;

    /** An instrument. */
    record Symbol(Market market, String ticker) {

        /** {@code US:AAPL}, or a ticker alone of market US. */
        static Symbol parse(String text) {
            int colon = text.indexOf(':');
            String code = colon < 0 ? Market.US.name() : text.substring(0, colon);
            String ticker = text.substring(colon + 1).strip();
            Market market = Market.find(code.strip())
                    .orElseThrow(
                            () -> QuantException.invalid("symbols", "there is no market of the code before the colon"));
            if (ticker.isEmpty() || ticker.length() > 32) {
                throw QuantException.invalid("symbols", "each must be as US:AAPL, with a ticker of 1 to 32 characters");
            }
            return new Symbol(market, ticker);
        }
    }

    /** @param after the snapshot that the reader has seen, 0 for none */
    MarketFeed(List<Symbol> symbols, long after, ScheduledExecutorService clock) {
        this.symbols = symbols;
        this.after = after;
        this.clock = clock;
    }

    @Override
    public Jobs.Watch open(PlatformSession platform, Consumer<JobEvent> listener) {
        Look look = new Look(platform, listener, after);
        look.atLatest();
        ScheduledFuture<?> repeated =
                clock.scheduleWithFixedDelay(look::quietly, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
        return () -> repeated.cancel(false);
    }

    @Override
    public String toString() {
        return "bars of " + symbols.size() + " instruments";
    }

    /** What one reader has been told. */
    private final class Look {

        private final PlatformSession platform;
        private final Consumer<JobEvent> listener;
        private final Map<Symbol, Map<String, Object>> told = new HashMap<>();
        private long seen;

        Look(PlatformSession platform, Consumer<JobEvent> listener, long seen) {
            this.platform = platform;
            this.listener = listener;
            this.seen = seen;
        }

        /** What fails now may work the next time. */
        void quietly() {
            try {
                atLatest();
            } catch (RuntimeException e) {
                LOG.debug("no look at {}: {}", MarketFeed.this, e.toString());
            }
        }

        void atLatest() {
            MarketData data = platform.data();
            List<SnapshotInfo> latest = data.snapshots(LATEST).items();
            long snapshot = latest.isEmpty() ? 0 : Long.parseLong(latest.get(0).snapshot());
            if (snapshot <= seen) {
                return;
            }
            Map<Market, LocalDate> ends = new HashMap<>();
            for (MarketInfo market : data.markets()) {
                if (market.lastDate() != null) {
                    ends.put(market.market(), market.lastDate());
                }
            }
            for (Symbol symbol : symbols) {
                Map<String, Object> bar = bar(data, symbol, ends.get(symbol.market()));
                if (!bar.equals(told.put(symbol, bar))) {
                    listener.accept(new JobEvent(snapshot, "bar", bar));
                }
            }
            seen = snapshot;
        }

        /** A symbol that is not known has neither date nor prices. */
        private Map<String, Object> bar(MarketData data, Symbol symbol, @Nullable LocalDate end) {
            Map<String, Object> bar = new LinkedHashMap<>();
            bar.put("market", symbol.market().name());
            bar.put("ticker", symbol.ticker());
            OhlcvSeries series = series(data, symbol, end);
            if (series != null && !series.dates().isEmpty()) {
                int last = series.dates().size() - 1;
                bar.put("date", series.dates().get(last));
                bar.put("open", series.open()[last]);
                bar.put("high", series.high()[last]);
                bar.put("low", series.low()[last]);
                bar.put("close", series.close()[last]);
                bar.put("volume", series.volume()[last]);
                bar.put("currency", series.currency());
            }
            return bar;
        }

        private static @Nullable OhlcvSeries series(MarketData data, Symbol symbol, @Nullable LocalDate end) {
            if (end == null) {
                return null;
            }
            try {
                LocalDate start = end.minusMonths(1);
                return data.ohlcv(new OhlcvQuery(symbol.market(), symbol.ticker(), start, null, Adjust.NONE));
            } catch (QuantException e) {
                return null;
            }
        }
    }
}
