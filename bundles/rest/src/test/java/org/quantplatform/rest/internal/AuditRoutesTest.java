package org.quantplatform.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quantplatform.rest.internal.TestServer.json;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditRoutesTest {

    private static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.started();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 3",
        "username=local, 2",
        "action=backtest.submit, 1",
        "resource=bt_1, 1",
        "status=denied, 1",
        "address=127.0.0.1, 2",
        "from=2026-01-02, 3",
        "from=2026-01-02T12:00:00Z, 2",
        "to=2026-01-02T12:00:00Z, 1",
        "from=2026-01-02T13:00:00%2B01:00&to=2026-01-03, 2",
        "limit=1, 3"
    })
    void narrows(String query, int total) throws Exception {
        assertThat(json(server.get("audit?" + query)).path("total").asInt()).isEqualTo(total);
    }

    @ParameterizedTest
    @CsvSource({
        "from=yesterday, from",
        "from=2026-13-01, from",
        "to=%2B999999999-01-01T00:00:00Z, to",
        "from=2026-01-02&to=2026-01-01, to",
        "status=good, status",
        "resource=, resource"
    })
    void refuses(String query, String field) throws Exception {
        HttpResponse<String> answer = server.get("audit?" + query);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).at("/errors/0/field").asText()).isEqualTo(field);
    }

    @Test
    void verifies() throws Exception {
        HttpResponse<String> intact = verify("audit/verify");
        assertThat(json(intact).path("intact").asBoolean()).isTrue();
        assertThat(json(intact).path("last_hash").asText()).hasSize(64);

        HttpResponse<String> broken = verify("audit/verify?anchor=2:bad");
        assertThat(broken.statusCode()).isEqualTo(200);
        assertThat(json(broken).path("intact").asBoolean()).isFalse();
        assertThat(json(broken).at("/broken/id").asInt()).isEqualTo(2);
        assertThat(verify("audit/verify?anchor=wrong").statusCode()).isEqualTo(400);
    }

    private static HttpResponse<String> verify(String path) throws Exception {
        return server.send(server.api(path).POST(BodyPublishers.noBody()));
    }
}
