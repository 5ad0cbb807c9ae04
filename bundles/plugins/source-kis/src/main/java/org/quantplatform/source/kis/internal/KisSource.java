package org.quantplatform.source.kis.internal;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.quantplatform.model.Market;
import org.quantplatform.source.http.Asked;
import org.quantplatform.source.http.Feed;
import org.quantplatform.source.http.Feeds;
import org.quantplatform.source.http.FetchCancelled;
import org.quantplatform.source.http.ProviderRefusal;
import org.quantplatform.source.http.RateLimits;
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
 * Instruments and bars of Korea and of markets abroad, and of Korea corporate actions and accounts, from Korea Investment
 * &amp; Securities. Prices are as they were traded: the provider's own adjustment, which reaches back, is switched off.
 */
final class KisSource implements DataSource, MinuteSource, TickSource {

    /** Of Korea the provider keeps a year, a paper account today only. */
    private static final int MINUTE_DAYS = 365;

    /** How far back minutes of markets abroad reach is nowhere said. */
    private static final int MINUTE_DAYS_ABROAD = 30;

    private static final LocalDate EARLIEST = LocalDate.of(1980, 1, 1);

    private final KisSetup setup;
    private final Clock clock;
    private final RateLimits limits = new RateLimits();
    private final Feeds feeds = new Feeds();

    KisSource(KisSetup setup, Clock clock) {
        this.setup = setup;
        this.clock = clock;
    }

    @Override
    public Capabilities capabilities() {
        Set<DataKind> kinds = EnumSet.of(DataKind.INSTRUMENTS, DataKind.DAILY_BARS);
        if (events(Market.KR)) {
            kinds.add(DataKind.CORPORATE_ACTIONS);
        }
        if (accounts(Market.KR)) {
            kinds.add(DataKind.FUNDAMENTALS);
        }
        return new Capabilities(setup.choice().markets(), kinds, false, false);
    }

    /** There are neither actions nor accounts abroad. */
    @Override
    public Set<DataKind> kinds(Market market) {
        if (!setup.choice().markets().contains(market)) {
            return Set.of();
        }
        return market == Market.KR ? capabilities().kinds() : Set.of(DataKind.INSTRUMENTS, DataKind.DAILY_BARS);
    }

    private boolean events(Market market) {
        return market == Market.KR
                && setup.choice().markets().contains(market)
                && !setup.place().paper();
    }

    private boolean accounts(Market market) {
        return events(market) && setup.choice().accounts();
    }

    @Override
    public Optional<LocalTime> finalAt(Market market) {
        return Venue.of(market).stream().findFirst().map(Venue::settled);
    }

    @Override
    public void fetch(DataRequest request, DataSink sink) throws IOException {
        for (Market market : Market.values()) {
            if (setup.choice().markets().contains(market) && request.markets().contains(market)) {
                Venue venue = Venue.of(market).get(0);
                fetch(market, Asked.of(request, EARLIEST, venue.closing(clock), Set.of()), sink);
            }
        }
    }

    @Override
    public int mostTickers() {
        return setup.choice().customerId().isEmpty() ? LiveTrades.MOST : LiveTrades.MOST - 1;
    }

    @Override
    public int minuteDays(Market market) {
        if (!setup.choice().markets().contains(market)) {
            return 0;
        }
        if (market != Market.KR) {
            return MINUTE_DAYS_ABROAD;
        }
        return setup.place().paper() ? 1 : MINUTE_DAYS;
    }

    @Override
    public void fetchMinutes(MinuteRequest request, MinuteSink sink) throws IOException {
        LocalDate settled = Venue.of(request.market()).get(0).closing(clock).lastFinalDay();
        boolean paper = setup.place().paper();
        try {
            new FetchMinutes(client(sink::cancelled), request, sink).run(paper, settled);
        } catch (FetchCancelled e) {
            return;
        } catch (ProviderRefusal e) {
            throw told(e);
        }
    }

    @Override
    public Stream stream(Market market, List<String> tickers, TickSink sink) {
        if (market != Market.KR || tickers.isEmpty() || tickers.size() > mostTickers()) {
            throw new PluginException(
                    "source '" + setup.id() + "' streams 1 to " + mostTickers() + " named shares of market KR");
        }
        Account account = setup.account().get();
        Approval approval = new Approval(setup, account, clock);
        return feeds.add(Feed.open(
                new Feed.Line(
                        setup.id(),
                        setup.place().feed(),
                        account.secret(),
                        setup.patience().pause()),
                tickers,
                wanted -> new LiveTrades(approval, notices(), wanted, sink),
                sink));
    }

    private Notices notices() {
        return new Notices(setup.place().paper(), setup.choice().customerId(), clock);
    }

    /** Ends all streams. */
    void close() {
        feeds.close();
        limits.close();
    }

    private void fetch(Market market, Asked asked, DataSink sink) throws IOException {
        try {
            new Fetch(client(sink::cancelled), market, asked, sink).run(events(market), accounts(market));
        } catch (FetchCancelled e) {
            return;
        } catch (ProviderRefusal e) {
            throw told(e);
        }
    }

    private static IOException told(ProviderRefusal refusal) {
        return Answers.refusesKey(refusal) ? new KeyRefused(String.valueOf(refusal.getMessage()), refusal) : refusal;
    }

    private KisClient client(BooleanSupplier cancelled) {
        Account account = setup.account().get();
        KisSetup.Place place = setup.place();
        return new KisClient(
                setup,
                account,
                TokenKeeper.shared(setup, account),
                limits.of(place.host(), account.key(), place.perMinute(), 1),
                cancelled);
    }
}
