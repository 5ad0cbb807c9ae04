package org.quantplatform.source.akshare.internal;

import java.time.Clock;
import org.quantplatform.fakes.Company;
import org.quantplatform.fakes.akshare.AkToolsProvider;
import org.quantplatform.spi.data.DataSource;

class AkToolsContractTest extends ChinaSourceContract<AkToolsProvider> {

    @Override
    protected AkToolsProvider newServer() {
        return new AkToolsProvider(0, Sources.CHINA, Clock.systemUTC());
    }

    @Override
    protected DataSource source(AkToolsProvider server) {
        return Sources.source(server);
    }

    @Override
    protected Company plainCompany() {
        return Sources.CHINA.company(0);
    }
}
