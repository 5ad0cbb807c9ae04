package org.quantplatform.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quantplatform.rest.internal.TestServer.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quantplatform.faces.fixtures.MemoryShares;

class ShareRoutesTest {

    private TestServer server;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.started();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void makesALinkThatIsToldOnce() throws Exception {
        HttpResponse<String> made = server.post("backtest/bt_1/share", "{}");
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.headers().firstValue("Cache-Control")).contains("no-store");
        String path = json(made).path("path").asText();
        assertThat(path).isEqualTo("/api/v1/shared/" + MemoryShares.TOKEN);

        HttpResponse<String> opened = server.get("shared/" + MemoryShares.TOKEN);
        assertThat(opened.statusCode()).isEqualTo(200);
        assertThat(opened.headers().firstValue("X-Robots-Tag")).contains("noindex");
        assertThat(json(opened).path("backtest_id").asText()).isEqualTo("bt_1");
        assertThat(server.get("shared/other").statusCode()).isEqualTo(404);
    }

    @Test
    void sharesWithUsersAndTakesBack() throws Exception {
        JsonNode share = json(server.post("strategies/value/share", "{\"username\": \"bob\", \"expires_in_days\": 3}"));
        assertThat(share.path("kind").asText()).isEqualTo("strategy");
        assertThat(share.has("path") && !share.path("path").isNull()).isFalse();
        assertThat(json(server.get("shares")).at("/shares/0/username").asText()).isEqualTo("bob");
        assertThat(json(server.get("shares/received"))
                        .at("/received_shares/0/id")
                        .asText())
                .isEqualTo("ann:value");
        assertThat(server.send(server.api("shares/1").DELETE()).statusCode()).isEqualTo(204);
        assertThat(server.send(server.api("shares/1").DELETE()).statusCode()).isEqualTo(404);
        assertThat(json(server.post("backtest/bt_1/share", "{\"username\": \"nobody\"}"))
                        .at("/errors/0/field")
                        .asText())
                .isEqualTo("username");
        assertThat(server.post("backtest/bt_1/share", "{\"expires_in_days\": \"soon\"}")
                        .statusCode())
                .isEqualTo(400);
    }
}
