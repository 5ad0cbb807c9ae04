package org.quantplatform.source.demo.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quantplatform.model.Market;
import org.quantplatform.spi.data.DataKind;
import org.quantplatform.spi.data.DataRequest;
import org.quantplatform.spi.data.DataSource;
import org.quantplatform.testkit.DataSourceContract;

class DemoSourceContractTest extends DataSourceContract {

    @Override
    protected DataSource source() {
        return new DemoSource();
    }

    @Override
    protected DataRequest request() {
        var tickers = List.of("SYNCN-ENE01", "SYNCN-MAT01", "SYNCN-IND01");
        return new DataRequest(Set.of(DataKind.values()), Set.of(Market.CN), tickers, null, null, Map.of(), List.of());
    }
}
