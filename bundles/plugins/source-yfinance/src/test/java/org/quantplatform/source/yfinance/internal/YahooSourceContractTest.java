package org.quantplatform.source.yfinance.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quantplatform.fakes.yfinance.YahooProvider;
import org.quantplatform.model.Market;
import org.quantplatform.sources.fixtures.InventedSourceContract;
import org.quantplatform.spi.data.DataKind;
import org.quantplatform.spi.data.DataRequest;
import org.quantplatform.spi.data.DataSource;

class YahooSourceContractTest extends InventedSourceContract<YahooProvider> {

    YahooSourceContractTest() {
        super(Sources.AMERICA);
    }

    @Override
    protected YahooProvider newServer() {
        return new YahooProvider(0, Sources.COMPANIES, Clock.systemUTC());
    }

    @Override
    protected DataSource source(YahooProvider server) {
        return Sources.source(server, Clock.systemUTC());
    }

    @Override
    protected DataRequest request() {
        return new DataRequest(
                Set.of(DataKind.values()),
                Set.of(Market.US),
                List.of("QZAA", "QZAB", "QZAE"),
                LocalDate.of(2023, 3, 1),
                LocalDate.of(2023, 3, 31),
                Map.of(),
                List.of());
    }

    @Override
    protected Map<String, String> accountOptions() {
        return Map.of("publication_lag", "60");
    }

    /** There is no key, and charts need no crumb. */
    @Override
    protected Set<Trouble> unknownTroubles() {
        return Set.of(Trouble.REVOKED_KEY);
    }
}
