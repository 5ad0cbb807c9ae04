package org.quantplatform.source.akshare.internal;

import java.time.Clock;
import org.quantplatform.fakes.Company;
import org.quantplatform.fakes.akshare.EastmoneyProvider;
import org.quantplatform.spi.data.DataSource;

class EastmoneyContractTest extends ChinaSourceContract<EastmoneyProvider> {

    @Override
    EastmoneyProvider server() {
        return new EastmoneyProvider(0, Sources.CHINA, Clock.systemUTC());
    }

    @Override
    DataSource source(EastmoneyProvider server) {
        return Sources.source(server);
    }

    @Override
    Company plainCompany() {
        return Sources.CHINA.company(5);
    }
}
