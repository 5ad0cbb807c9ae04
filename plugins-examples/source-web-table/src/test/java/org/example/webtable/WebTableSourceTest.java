package org.example.webtable;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quantplatform.model.Market;
import org.quantplatform.spi.data.DataKind;
import org.quantplatform.spi.data.DataRequest;
import org.quantplatform.spi.data.DataSource;
import org.quantplatform.testkit.DataSourceContract;
import org.quantplatform.testkit.FakeDataSink;

class WebTableSourceTest extends DataSourceContract {

    private static final String TABLE =
            """
            AAA,2024-03-28,10,11,9,10.5,1000
            AAA,2024-03-29,10,11,9,ten,1000
            BBB,2024-03-28,20,21,19,20.5,2000
            """;

    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/bars.csv", exchange -> {
            byte[] body = TABLE.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Override
    protected DataSource source() {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/bars.csv");
        return new WebTableSource(address, Market.JP);
    }

    @Override
    protected DataRequest request() {
        return new DataRequest(
                Set.of(DataKind.DAILY_BARS), Set.of(Market.JP), List.of("AAA"), null, null, Map.of(), List.of());
    }

    @Test
    void deliversWhatItCanReadAndRefusesTheRest() throws IOException {
        FakeDataSink sink = FakeDataSink.patient();
        source().fetch(request(), sink);
        assertThat(sink.bars()).singleElement().satisfies(bar -> {
            assertThat(bar.date()).isEqualTo(LocalDate.of(2024, 3, 28));
            assertThat(bar.values().close()).isEqualTo(10.5);
        });
        assertThat(sink.refusals()).singleElement().satisfies(refusal -> assertThat(refusal.line())
                .isEqualTo(2));
    }
}
