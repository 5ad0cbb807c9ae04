package org.quantplatform.source.polygon.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quantplatform.fakes.polygon.PolygonProvider;
import org.quantplatform.model.Market;
import org.quantplatform.sources.fixtures.InventedSourceContract;
import org.quantplatform.spi.data.DataKind;
import org.quantplatform.spi.data.DataRequest;
import org.quantplatform.spi.data.DataSource;

class PolygonSourceContractTest extends InventedSourceContract<PolygonProvider> {

    PolygonSourceContractTest() {
        super(Sources.AMERICA);
    }

    @Override
    protected PolygonProvider newServer() {
        return new PolygonProvider(0, Sources.AMERICA, Clock.systemUTC());
    }

    @Override
    protected DataSource source(PolygonProvider server) {
        return Sources.source(server, Clock.systemUTC());
    }

    @Override
    protected DataSource sourceWithoutKey(PolygonProvider server) {
        return Sources.sourceWithoutKey(server, Clock.systemUTC());
    }

    @Override
    protected DataRequest request() {
        return new DataRequest(
                Set.of(DataKind.values()),
                Set.of(Market.US),
                List.of(),
                LocalDate.of(2023, 3, 1),
                LocalDate.of(2023, 3, 31),
                Map.of(),
                List.of());
    }

    @Override
    protected String key() {
        return PolygonProvider.KEY;
    }
}
