package org.quantplatform.source.akshare.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quantplatform.fakes.akshare.AkToolsProvider;
import org.quantplatform.model.Market;
import org.quantplatform.spi.data.MinuteRequest;
import org.quantplatform.spi.data.MinuteSource;
import org.quantplatform.testkit.FakeMinuteSink;

class AkToolsMinutesContractTest extends ChinaMinutesContract<AkToolsProvider> {

    private static final String NOBODYS = "999999";

    @Override
    protected AkToolsProvider newServer(Clock clock) {
        return new AkToolsProvider(0, Sources.CHINA, clock);
    }

    @Override
    protected MinuteSource source(AkToolsProvider server, Clock clock) {
        return Sources.source(URI.create("http://127.0.0.1:1"), server.address(), 5, clock);
    }

    @Test
    void aShareForWhichTheServerFailsIsRefusedAndNeverTakenForOneWithoutMinutes() throws IOException {
        FakeMinuteSink sink = FakeMinuteSink.patient();

        source().fetchMinutes(monday(List.of(NOBODYS, ticker())), sink);

        assertThat(sink.minutes(ticker())).hasSize(240);
        assertThat(sink.refusals())
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.ticker()).isEqualTo(NOBODYS))
                .satisfies(refusal -> assertThat(refusal.reason()).startsWith("no minutes: AKTools failed"));
    }

    @Test
    void aServerThatFailsForEveryShareIsInTrouble() {
        FakeMinuteSink sink = FakeMinuteSink.patient();

        assertThatThrownBy(() -> source().fetchMinutes(monday(List.of(NOBODYS)), sink))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("AKTools failed");
    }

    private MinuteRequest monday(List<String> tickers) {
        Instant start = monday().atStartOfDay(Market.CN.zone()).toInstant();
        return new MinuteRequest(Market.CN, tickers, start, start.plusSeconds(86_400));
    }
}
