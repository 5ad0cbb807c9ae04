package org.quantplatform.source.kis.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quantplatform.fakes.kis.KisProvider;
import org.quantplatform.model.Market;
import org.quantplatform.sources.fixtures.InventedSourceContract;
import org.quantplatform.spi.data.DataKind;
import org.quantplatform.spi.data.DataRequest;
import org.quantplatform.spi.data.DataSource;

class KisSourceContractTest extends InventedSourceContract<KisProvider> {

    KisSourceContractTest() {
        super(Sources.KOREA);
    }

    @Override
    protected KisProvider newServer() {
        return Sources.newServer(Sources.UNLIMITED, Clock.systemUTC());
    }

    @Override
    protected DataSource source(KisProvider server) {
        return Sources.source(server);
    }

    @Override
    protected DataSource sourceWithoutKey(KisProvider server) {
        return Sources.sourceWithoutKey(server, Clock.systemUTC());
    }

    @Override
    protected DataRequest request() {
        return new DataRequest(
                Set.of(DataKind.DAILY_BARS, DataKind.INSTRUMENTS),
                Set.of(Market.KR),
                List.of(plain().ticker(), split().ticker()),
                LocalDate.of(2023, 1, 2),
                LocalDate.of(2023, 6, 30),
                Map.of(),
                List.of());
    }

    @Override
    protected String key() {
        return KisProvider.SECRET;
    }
}
