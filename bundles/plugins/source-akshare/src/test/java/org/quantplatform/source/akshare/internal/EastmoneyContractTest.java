package org.quantplatform.source.akshare.internal;

import java.time.Clock;
import org.quantplatform.fakes.akshare.EastmoneyProvider;
import org.quantplatform.spi.data.DataSource;

class EastmoneyContractTest extends ChinaSourceContract<EastmoneyProvider> {

    @Override
    protected EastmoneyProvider newServer() {
        return new EastmoneyProvider(0, Sources.CHINA, Clock.systemUTC());
    }

    @Override
    protected DataSource source(EastmoneyProvider server) {
        return Sources.source(server);
    }
}
