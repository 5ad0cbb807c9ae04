package org.quantplatform.source.akshare.internal;

import java.time.Clock;
import org.quantplatform.fakes.akshare.EastmoneyProvider;
import org.quantplatform.spi.data.MinuteSource;

class EastmoneyMinutesContractTest extends ChinaMinutesContract<EastmoneyProvider> {

    @Override
    protected EastmoneyProvider newServer(Clock clock) {
        return new EastmoneyProvider(0, Sources.CHINA, clock);
    }

    @Override
    protected MinuteSource source(EastmoneyProvider server, Clock clock) {
        return Sources.source(server.address(), null, 5, clock);
    }
}
