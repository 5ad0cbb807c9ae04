package org.quantplatform.source.kis.internal;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.quantplatform.model.Market;
import org.quantplatform.source.http.Asked;
import org.quantplatform.source.http.FetchCancelled;
import org.quantplatform.spi.data.Capabilities;
import org.quantplatform.spi.data.DataKind;
import org.quantplatform.spi.data.DataRequest;
import org.quantplatform.spi.data.DataSink;
import org.quantplatform.spi.data.DataSource;

/**
 * Instruments and daily bars of Korea and of markets abroad, and of Korea corporate actions and accounts, from Korea Investment
 * &amp; Securities. Prices are as they were traded: the provider's own adjustment, which reaches back, is switched off.
 */
final class KisSource implements DataSource {

    private static final LocalDate EARLIEST = LocalDate.of(1980, 1, 1);

    private final KisSetup setup;
    private final Clock clock;

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

    private boolean events(Market market) {
        return market == Market.KR
                && setup.choice().markets().contains(market)
                && !setup.place().paper();
    }

    private boolean accounts(Market market) {
        return events(market) && setup.choice().accounts();
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

    private void fetch(Market market, Asked asked, DataSink sink) throws IOException {
        Account account = setup.account().get();
        TokenKeeper keeper = TokenKeeper.shared(setup, account);
        KisClient client = new KisClient(setup, account, keeper, sink::cancelled);
        try {
            new Fetch(client, market, asked, sink).run(events(market), accounts(market));
        } catch (FetchCancelled e) {
            return;
        }
    }
}
