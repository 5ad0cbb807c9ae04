package org.quantplatform.source.polygon.internal;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.quantplatform.model.Market;
import org.quantplatform.source.http.Asked;
import org.quantplatform.source.http.Feed;
import org.quantplatform.source.http.Feeds;
import org.quantplatform.source.http.FetchCancelled;
import org.quantplatform.source.http.Pace;
import org.quantplatform.source.http.ProviderRefusal;
import org.quantplatform.source.http.RateLimits;
import org.quantplatform.source.http.Secret;
import org.quantplatform.source.http.WebClient;
import org.quantplatform.spi.PluginException;
import org.quantplatform.spi.data.Capabilities;
import org.quantplatform.spi.data.DataKind;
import org.quantplatform.spi.data.DataRequest;
import org.quantplatform.spi.data.DataSink;
import org.quantplatform.spi.data.DataSource;
import org.quantplatform.spi.data.KeyRefused;
import org.quantplatform.spi.data.MinuteRequest;
import org.quantplatform.spi.data.MinuteSink;
import org.quantplatform.spi.data.MinuteSource;
import org.quantplatform.spi.data.TickSink;
import org.quantplatform.spi.data.TickSource;

/**
 * US stocks of Polygon (Massive): instruments, bars as they were traded, splits, dividends and accounts with the
 * day of their filing. Prices are raw: the provider's own adjustment, which covers splits alone, is switched off.
 */
final class PolygonSource implements DataSource, MinuteSource, TickSource {

    private static final LocalDate EARLIEST = LocalDate.of(2003, 9, 10);

    /** Trading after hours ends at eight; the day's bar takes it in for a while. */
    private static final LocalTime FINAL = LocalTime.of(20, 30);

    private final Access access;
    private final Patience patience;
    private final Clock clock;
    private final RateLimits limits = new RateLimits();
    private final Feeds feeds = new Feeds();

    /**
     * Where the data is and who asks for it.
     *
     * @param id of the source, for messages
     * @param feed of trades and quotes, with the path of the market
     * @param perMinute requests that the plan allows, 0 for no limit
     * @param key asked for at each fetch
     */
    record Access(String id, URI address, URI feed, int perMinute, Supplier<Secret> key) {}

    /** How often a request is made before it is given up, and the pause before the second time. */
    record Patience(int attempts, Duration pause) {}

    PolygonSource(Access access, Patience patience, Clock clock) {
        this.access = access;
        this.patience = patience;
        this.clock = clock;
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(
                Set.of(Market.US),
                Set.of(DataKind.INSTRUMENTS, DataKind.DAILY_BARS, DataKind.CORPORATE_ACTIONS, DataKind.FUNDAMENTALS),
                false,
                false);
    }

    @Override
    public Optional<LocalTime> finalAt(Market market) {
        return market == Market.US ? Optional.of(FINAL) : Optional.empty();
    }

    @Override
    public void fetch(DataRequest request, DataSink sink) throws IOException {
        Asked asked = Asked.of(request, EARLIEST, new Asked.Closing(Market.US, FINAL, clock), Set.of());
        if (!request.markets().contains(Market.US)) {
            return;
        }
        try {
            deliver(asked, api(sink::cancelled), sink);
        } catch (FetchCancelled e) {
            return;
        } catch (ProviderRefusal e) {
            throw told(e);
        }
    }

    private PolygonApi api(BooleanSupplier cancelled) {
        Secret key = access.key().get();
        WebClient client = new WebClient(
                WebClient.Settings.usual(access.id(), key).with(patience.attempts(), patience.pause()),
                new PolygonConduct(key),
                limits.of(access.address(), key, access.perMinute(), Math.max(1, access.perMinute())),
                Pace.real());
        return new PolygonApi(client, access.address(), cancelled);
    }

    /** From the first day of the provider's history on; what a plan does not hold is refused by the provider. */
    @Override
    public int minuteDays(Market market) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Market.US.zone());
        return market == Market.US ? Math.toIntExact(ChronoUnit.DAYS.between(EARLIEST, today)) + 1 : 0;
    }

    @Override
    public void fetchMinutes(MinuteRequest request, MinuteSink sink) throws IOException {
        LocalDate last = new Asked.Closing(Market.US, FINAL, clock).lastFinalDay();
        Instant end = last.plusDays(1).atStartOfDay(Market.US.zone()).toInstant();
        try {
            new MinuteBars(api(sink::cancelled), request, sink).deliver(end);
        } catch (FetchCancelled e) {
            return;
        } catch (ProviderRefusal e) {
            throw told(e);
        }
    }

    private static IOException told(ProviderRefusal refusal) {
        return refusal.code().equals(PolygonConduct.BAD_KEY)
                ? new KeyRefused(String.valueOf(refusal.getMessage()), refusal)
                : refusal;
    }

    @Override
    public Stream stream(Market market, List<String> tickers, TickSink sink) {
        if (market != Market.US || tickers.isEmpty()) {
            throw new PluginException("source '" + access.id() + "' streams named shares of market US");
        }
        Secret key = access.key().get();
        return feeds.add(Feed.open(
                new Feed.Line(access.id(), access.feed(), key, patience.pause()),
                tickers,
                wanted -> new Trades(key, wanted, sink),
                sink));
    }

    /** Ends all streams. */
    void close() {
        feeds.close();
        limits.close();
    }

    private static void deliver(Asked asked, PolygonApi api, DataSink sink) throws IOException {
        if (asked.wants(DataKind.INSTRUMENTS)) {
            new Tickers(api, sink).deliver(asked);
        }
        if (asked.isEmptyRange()) {
            return;
        }
        if (asked.wants(DataKind.CORPORATE_ACTIONS)) {
            new Actions(api, sink).deliver(asked);
        }
        if (asked.wants(DataKind.DAILY_BARS)) {
            new DailyBars(api, sink).deliver(asked);
        }
        if (asked.wants(DataKind.FUNDAMENTALS)) {
            new Filings(api, sink).deliver(asked);
        }
    }
}
