package org.quantplatform.source.akshare.internal;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.quantplatform.fakes.Company;
import org.quantplatform.fakes.FakeProvider;
import org.quantplatform.fakes.Faults.Fault;
import org.quantplatform.model.Market;
import org.quantplatform.spi.data.DataKind;
import org.quantplatform.spi.data.DataRequest;
import org.quantplatform.spi.data.DataSource;
import org.quantplatform.testkit.ProviderSourceContract;

/** What holds for the source whichever of the two kinds of server it asks. */
abstract class ChinaSourceContract<S extends FakeProvider> extends ProviderSourceContract {

    private S server;

    abstract S server();

    abstract DataSource source(S server);

    /** One whose history holds neither a split nor a delisting. */
    abstract Company plainCompany();

    @BeforeEach
    void start() {
        server = server();
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    protected final DataSource source() {
        return source(server);
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
        return known(plainCompany());
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
