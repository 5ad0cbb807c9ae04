package org.quantplatform.source.yfinance.internal;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.Market;
import org.quantplatform.source.http.Asked;
import org.quantplatform.source.http.Feed;
import org.quantplatform.source.http.Feeds;
import org.quantplatform.source.http.FetchCancelled;
import org.quantplatform.source.http.Pace;
import org.quantplatform.source.http.RateLimit;
import org.quantplatform.source.http.RateLimits;
import org.quantplatform.source.http.Secret;
import org.quantplatform.source.http.WebClient;
import org.quantplatform.spi.PluginException;
import org.quantplatform.spi.data.Capabilities;
import org.quantplatform.spi.data.DataKind;
import org.quantplatform.spi.data.DataRequest;
import org.quantplatform.spi.data.DataSink;
import org.quantplatform.spi.data.DataSource;
import org.quantplatform.spi.data.MinuteRequest;
import org.quantplatform.spi.data.MinuteSink;
import org.quantplatform.spi.data.MinuteSource;
import org.quantplatform.spi.data.TickSink;
import org.quantplatform.spi.data.TickSource;

/**
 * Shares of five markets from Yahoo Finance, by ticker: the provider has no list of them. Its prices are adjusted for
 * splits; what is delivered is raw again, which takes the splits of all days since. Accounts come only with the option
 * {@code publication_lag}, in days: the provider tells the end of a period and never the day of its publication.
 */
final class YahooSource implements DataSource, MinuteSource, TickSource {

    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 2);
    private static final int MINUTE_DAYS = 30;
    private static final String LAG = "publication_lag";

    /** Of what can be done without. */
    private static final int ATTEMPTS_TO_DESCRIBE = 2;

    /** When the day's bar of a market is final, local time. */
    private static final Map<Market, LocalTime> FINAL = new EnumMap<>(Map.of(
            Market.US, LocalTime.of(20, 30),
            Market.KR, LocalTime.of(20, 30),
            Market.CN, LocalTime.of(16, 0),
            Market.HK, LocalTime.of(17, 0),
            Market.JP, LocalTime.of(16, 30)));

    private final Access access;
    private final Patience patience;
    private final Clock clock;
    private final RateLimits limits = new RateLimits();
    private final Feeds feeds = new Feeds();
    private final Crumbs crumbs;

    /** Where the data is. */
    record Access(String id, URI address, URI crumbs, URI cookies, URI feed, int perMinute) {}

    /**
     * What is done about trouble.
     *
     * @param attempts for one request
     * @param pause before the second attempt
     * @param quiet after the provider has said that there were too many requests; it never says how long
     * @param again how often a stream says what is wanted
     */
    record Patience(int attempts, Duration pause, Duration quiet, Duration again) {}

    YahooSource(Access access, Patience patience, Clock clock) {
        this.access = access;
        this.patience = patience;
        this.clock = clock;
        this.crumbs = new Crumbs(
                client(YahooConduct.plain(patience.quiet()), ATTEMPTS_TO_DESCRIBE), access.cookies(), access.crumbs());
    }

    /** The provider tells its users apart by their address. */
    private RateLimit limit() {
        return limits.of(access.address(), Secret.of(""), access.perMinute(), 1);
    }

    private WebClient client(YahooConduct conduct, int attempts) {
        WebClient.Settings settings = WebClient.Settings.usual(access.id()).with(attempts, patience.pause());
        return new WebClient(settings, conduct, limit(), Pace.real());
    }

    private YahooApi api(BooleanSupplier cancelled) {
        return new YahooApi(
                client(YahooConduct.plain(patience.quiet()), patience.attempts()),
                client(YahooConduct.with(crumbs, patience.quiet(), cancelled), ATTEMPTS_TO_DESCRIBE),
                access.address(),
                cancelled);
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(
                FINAL.keySet(),
                Set.of(DataKind.INSTRUMENTS, DataKind.DAILY_BARS, DataKind.CORPORATE_ACTIONS, DataKind.FUNDAMENTALS),
                false,
                false);
    }

    @Override
    public Optional<LocalTime> finalAt(Market market) {
        return Optional.ofNullable(FINAL.get(market));
    }

    @Override
    public void fetch(DataRequest request, DataSink sink) throws IOException {
        for (Market market : Market.values()) {
            LocalTime closing = FINAL.get(market);
            if (request.markets().contains(market) && closing != null) {
                fetch(request, new Asked.Closing(market, closing, clock), sink);
            }
        }
    }

    @Override
    public int minuteDays(Market market) {
        return FINAL.containsKey(market) ? MINUTE_DAYS : 0;
    }

    @Override
    public void fetchMinutes(MinuteRequest request, MinuteSink sink) throws IOException {
        Market market = request.market();
        LocalDate last = new Asked.Closing(market, FINAL.get(market), clock).lastFinalDay();
        Instant end = last.plusDays(1).atStartOfDay(market.zone()).toInstant();
        YahooApi api = api(sink::cancelled);
        try {
            for (String ticker : request.tickers()) {
                new MinuteShare(api, request, ticker, sink).deliver(clock.instant(), end);
            }
        } catch (FetchCancelled e) {
            return;
        }
    }

    @Override
    public Stream stream(Market market, List<String> tickers, TickSink sink) {
        if (!FINAL.containsKey(market) || tickers.isEmpty()) {
            throw new PluginException(
                    "source '" + access.id() + "' streams named shares of " + new TreeSet<>(FINAL.keySet()));
        }
        Map<String, String> symbols = new LinkedHashMap<>();
        tickers.forEach(ticker -> Symbols.of(market, ticker).forEach(symbol -> symbols.put(symbol, ticker)));
        return feeds.add(Feed.open(
                new Feed.Line(access.id(), access.feed(), Secret.of(""), patience.pause()),
                () -> new Prices(market, symbols, patience.again(), sink),
                sink));
    }

    /** Ends all streams. */
    void close() {
        feeds.close();
        limits.close();
    }

    private void fetch(DataRequest request, Asked.Closing closing, DataSink sink) throws IOException {
        Asked asked = Asked.of(request, EARLIEST, closing, Set.of(LAG));
        if (asked.tickers().isEmpty()) {
            throw new PluginException(
                    "tickers: source '" + access.id() + "' has no list of shares; name those that are wanted");
        }
        if (request.markets().size() > 1) {
            throw new PluginException("market: a ticker is looked for in one market; say which");
        }
        Integer lag = lag(request.options().get(LAG));
        YahooApi api = api(sink::cancelled);
        Profiles profiles = new Profiles(api);
        try {
            for (String ticker : asked.tickers()) {
                new Share(api, profiles, closing.market(), ticker, sink).deliver(asked, clock.instant(), lag);
            }
        } catch (FetchCancelled e) {
            return;
        }
    }

    private static @Nullable Integer lag(@Nullable String text) {
        if (text == null) {
            return null;
        }
        if (!text.strip().matches("\\d{1,3}") || Integer.parseInt(text.strip()) > 366) {
            throw new PluginException(LAG + ": must be a number of days from 0 to 366, was '" + text + "'");
        }
        return Integer.valueOf(text.strip());
    }
}
