package org.quantplatform.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quantplatform.rest.internal.TestServer.json;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SecretRoutesTest {

    private static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.started();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> put(String name, String body) throws Exception {
        return server.send(server.api("admin/secrets/" + name)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body)));
    }

    @Test
    void takesAValueAndNeverGivesItBack() throws Exception {
        HttpResponse<String> stored = put("feed-key", "{\"value\": \"s3cret\"}");
        assertThat(stored.statusCode()).isEqualTo(200);
        assertThat(json(stored).fieldNames())
                .toIterable()
                .containsExactly("name", "updated_by", "created_at", "updated_at");
        assertThat(server.get("admin/secrets").body()).contains("feed-key").doesNotContain("s3cret");

        assertThat(server.send(server.api("admin/secrets/feed-key").DELETE()).statusCode())
                .isEqualTo(204);
        assertThat(server.send(server.api("admin/secrets/feed-key").DELETE()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void refusesWhatIsNoValue() throws Exception {
        assertThat(json(put("feed-key", "{}")).at("/errors/0/field").asText()).isEqualTo("value");
        HttpResponse<String> object = put("feed-key", "{\"value\": {\"deep\": \"s3cret\"}}");
        assertThat(object.statusCode()).isEqualTo(400);
        assertThat(object.body()).doesNotContain("s3cret");
        assertThat(put("feed-key", "{\"value\": \"a\", \"for\": \"b\"}").statusCode())
                .isEqualTo(400);
    }
}
