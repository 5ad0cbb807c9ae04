package org.quantplatform.source.akshare.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.quantplatform.fakes.Company;
import org.quantplatform.fakes.Faults.Fault;
import org.quantplatform.fakes.akshare.AkToolsProvider;
import org.quantplatform.model.Market;
import org.quantplatform.spi.data.DataKind;
import org.quantplatform.spi.data.DataRequest;
import org.quantplatform.spi.data.DataSource;
import org.quantplatform.testkit.ProviderSourceContract;

class AkToolsContractTest extends ProviderSourceContract {

    private AkToolsProvider server;

    @BeforeEach
    void start() {
        server = new AkToolsProvider(0, Sources.CHINA, Clock.systemUTC());
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    protected DataSource source() {
        return Sources.source(server);
    }

    @Override
    protected @Nullable DataSource sourceWithoutKey() {
        return null;
    }

    @Override
    protected DataRequest request() {
        return new DataRequest(
                Set.of(DataKind.DAILY_BARS, DataKind.INSTRUMENTS),
                Set.of(Market.CN),
                List.of(plain().ticker(), split().ticker()),
                LocalDate.of(2023, 1, 3),
                LocalDate.of(2023, 6, 30),
                Map.of(),
                List.of());
    }

    @Override
    protected String key() {
        return "";
    }

    @Override
    protected Set<Trouble> unknownTroubles() {
        return EnumSet.of(Trouble.REVOKED_KEY);
    }

    @Override
    protected void every(Trouble trouble, int count) {
        server.faults().every(Fault.valueOf(trouble.name()), count);
    }

    @Override
    protected long requests() {
        return server.counters().total();
    }

    @Override
    protected Known plain() {
        return known(Sources.CHINA.company(0));
    }

    @Override
    protected Known split() {
        return known(Sources.CHINA.company(1));
    }

    @Override
    protected Known delisted() {
        return known(Sources.CHINA.company(2));
    }

    private static Known known(Company company) {
        return new Known(Market.CN, company.ticker(), Sources.bars(company), Sources.actions(company));
    }
}
