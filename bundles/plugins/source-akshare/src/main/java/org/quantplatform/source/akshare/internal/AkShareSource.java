package org.quantplatform.source.akshare.internal;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Market;
import org.quantplatform.source.http.Asked;
import org.quantplatform.source.http.FetchCancelled;
import org.quantplatform.source.http.Pace;
import org.quantplatform.source.http.RateLimits;
import org.quantplatform.source.http.Secret;
import org.quantplatform.source.http.WebClient;
import org.quantplatform.spi.data.Capabilities;
import org.quantplatform.spi.data.DataKind;
import org.quantplatform.spi.data.DataRequest;
import org.quantplatform.spi.data.DataSink;
import org.quantplatform.spi.data.DataSource;
import org.quantplatform.spi.data.MinuteRequest;
import org.quantplatform.spi.data.MinuteSink;
import org.quantplatform.spi.data.MinuteSource;

/**
 * Shares of mainland China: instruments, bars as they were traded, distributions as splits and dividends, and accounts
 * with the day of their announcement. The upstream counts in lots of a hundred shares.
 */
final class AkShareSource implements DataSource, MinuteSource {

    private static final LocalDate EARLIEST = LocalDate.of(1990, 12, 19);
    /** Some boards trade at a fixed price for half an hour after the close. */
    private static final LocalTime FINAL = LocalTime.of(16, 0);

    /** Five sessions never take more. */
    private static final int MINUTE_DAYS = 7;

    private static final String UNKNOWN = "unknown ticker: a Chinese share has six digits";
    private static final String WRONG_UNIT = "turnover does not fit the volume in lots of a hundred shares";
    private static final int LOT = 100;
    private static final int MAX_BYTES = 64 << 20;

    private final AkShareSetup setup;
    private final Clock clock;
    private final RateLimits limits = new RateLimits();

    AkShareSource(AkShareSetup setup, Clock clock) {
        this.setup = setup;
        this.clock = clock;
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(
                Set.of(Market.CN),
                Set.of(DataKind.INSTRUMENTS, DataKind.DAILY_BARS, DataKind.CORPORATE_ACTIONS, DataKind.FUNDAMENTALS),
                false,
                false);
    }

    @Override
    public Optional<LocalTime> finalAt(Market market) {
        return market == Market.CN ? Optional.of(FINAL) : Optional.empty();
    }

    @Override
    public void fetch(DataRequest request, DataSink sink) throws IOException {
        Asked asked = Asked.of(request, EARLIEST, new Asked.Closing(Market.CN, FINAL, clock), Set.of());
        if (!request.markets().contains(Market.CN)) {
            return;
        }
        try {
            deliver(upstream(sink::cancelled), asked, sink);
        } catch (FetchCancelled e) {
            return;
        }
    }

    @Override
    public int minuteDays(Market market) {
        return market == Market.CN ? MINUTE_DAYS : 0;
    }

    @Override
    public void fetchMinutes(MinuteRequest request, MinuteSink sink) throws IOException {
        LocalDate last = new Asked.Closing(Market.CN, FINAL, clock).lastFinalDay();
        Upstream upstream = upstream(sink::cancelled);
        boolean answered = false;
        PerhapsNone failure = null;
        try {
            for (String ticker : request.tickers()) {
                SecurityId share = SecurityId.of(ticker).orElse(null);
                if (share == null) {
                    sink.refuse(ticker, "", UNKNOWN);
                    continue;
                }
                try {
                    minutes(upstream.minutes(share), share, request, last, sink);
                    answered = true;
                } catch (PerhapsNone e) {
                    sink.refuse(ticker, "", String.valueOf(e.getMessage()));
                    failure = e;
                }
            }
        } catch (FetchCancelled e) {
            return;
        }
        // a server that fails for every share is in trouble
        if (failure != null && !answered) {
            throw failure;
        }
    }

    private static void minutes(
            Bars<LocalDateTime> bars, SecurityId share, MinuteRequest request, LocalDate last, MinuteSink sink) {
        bars.faults().forEach(fault -> sink.refuse(share.ticker(), fault.day(), fault.reason()));
        for (Bar<LocalDateTime> bar : bars.good()) {
            Instant start = bar.at().atZone(Market.CN.zone()).toInstant();
            if (!request.covers(start) || bar.at().toLocalDate().isAfter(last)) {
                continue;
            }
            if (bar.unitFits(LOT)) {
                sink.bar(share.ticker(), start, bar.values(LOT));
            } else {
                sink.refuse(share.ticker(), start.toString(), WRONG_UNIT);
            }
        }
    }

    private Upstream upstream(BooleanSupplier cancelled) {
        URI tools = setup.tools();
        return tools == null
                ? new Eastmoney(client(setup.hosts().history(), Eastmoney.REFERER), setup.hosts(), cancelled)
                : new AkTools(client(tools, ""), tools, cancelled);
    }

    private WebClient client(URI host, String referer) {
        return new WebClient(
                settings(),
                new JsonConduct(referer),
                limits.of(host, Secret.of(""), setup.perMinute(), 1),
                Pace.real());
    }

    private WebClient.Settings settings() {
        return new WebClient.Settings(
                setup.id(),
                List.of(),
                setup.patience().timeout(),
                MAX_BYTES,
                setup.patience().attempts(),
                setup.patience().pause());
    }

    /** Its requests count for others no more. */
    void close() {
        limits.close();
    }

    private static void deliver(Upstream upstream, Asked asked, DataSink sink) throws IOException {
        boolean all = asked.tickers().isEmpty();
        List<String> tickers = asked.tickers();
        if (all || asked.wants(DataKind.INSTRUMENTS)) {
            List<Instrument> listed = upstream.instruments();
            if (asked.wants(DataKind.INSTRUMENTS)) {
                listed.stream()
                        .filter(instrument -> all || asked.tickers().contains(instrument.ticker()))
                        .forEach(sink::instrument);
            }
            tickers = all ? listed.stream().map(Instrument::ticker).toList() : tickers;
        }
        if (asked.isEmptyRange()) {
            return;
        }
        for (String ticker : tickers) {
            SecurityId share = SecurityId.of(ticker).orElse(null);
            if (share == null) {
                sink.refuse(0, ticker, "", UNKNOWN);
            } else {
                deliver(upstream, share, asked, sink);
            }
        }
    }

    private static void deliver(Upstream upstream, SecurityId share, Asked asked, DataSink sink) throws IOException {
        BiConsumer<String, String> refusals = (day, reason) -> sink.refuse(0, share.ticker(), day, reason);
        if (asked.wants(DataKind.CORPORATE_ACTIONS)) {
            upstream.distributions(share, refusals).stream()
                    .filter(distribution -> asked.covers(distribution.exDate()))
                    .forEach(distribution -> distribution.actions().forEach(sink::action));
        }
        if (asked.wants(DataKind.DAILY_BARS)) {
            bars(upstream.bars(share, asked), share, asked, sink);
        }
        if (asked.wants(DataKind.FUNDAMENTALS)) {
            Report.deliver(share.ticker(), upstream.reports(share, refusals), fact -> {
                if (asked.covers(fact.published())) {
                    sink.fundamental(fact);
                }
            });
        }
    }

    private static void bars(Bars<LocalDate> bars, SecurityId share, Asked asked, DataSink sink) {
        bars.faults().forEach(fault -> sink.refuse(0, share.ticker(), fault.day(), fault.reason()));
        for (Bar<LocalDate> bar : bars.good()) {
            String day = bar.at().toString();
            if (!asked.covers(bar.at())) {
                sink.refuse(0, share.ticker(), day, "a day that was not asked for");
            } else if (!bar.unitFits(LOT)) {
                sink.refuse(0, share.ticker(), day, WRONG_UNIT);
            } else {
                sink.bar(0, Market.CN, share.ticker(), bar.at(), bar.values(LOT));
            }
        }
    }
}
