package org.quantplatform.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;

class AnswerCacheTest {

    private TestServer server;
    private String run;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.started();
        run = server.completedRun();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> ask(String token, String route, String... headers) throws Exception {
        HttpRequest.Builder request = server.api(route).header("Authorization", "Bearer " + token);
        return server.send(headers.length == 0 ? request : request.headers(headers));
    }

    /** As another server on the same database would do it. */
    private void removeElsewhere() {
        server.platform.runs.remove(run);
    }

    @Test
    void answersAgainWithTheSameBytesWithoutAskingTheServices() throws Exception {
        String route = "backtest/" + run + "/equity?fields=dates,equity";
        HttpResponse<String> first = ask("a", route);
        server.platform.failure = QuantException.of(ErrorCode.UNAVAILABLE, "no database");
        HttpResponse<String> second = ask("a", route);

        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        for (String header : new String[] {"ETag", "Cache-Control", "Content-Type", "Vary"}) {
            assertThat(second.headers().allValues(header))
                    .as(header)
                    .isEqualTo(first.headers().allValues(header));
        }
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(ask("a", route, "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    @Test
    void opensASessionForEveryRequest() throws Exception {
        String route = "backtest/" + run + "/metrics";
        ask("a", route);
        int before = server.platform.opened.get();
        ask("a", route);
        assertThat(server.platform.opened).hasValue(before + 1);
        assertThat(ask("wrong", route).statusCode()).isEqualTo(401);
    }

    @Test
    void asksForEachCallerWhetherTheRunMayBeRead() throws Exception {
        String route = "backtest/" + run + "/trades?limit=5";
        assertThat(ask("a", route).statusCode()).isEqualTo(200);
        removeElsewhere();
        assertThat(ask("b", route).statusCode()).isEqualTo(404);
        assertThat(ask("a", route).statusCode()).isEqualTo(200);
    }

    @Test
    void forgetsWhoMayReadWhenAnythingChanges() throws Exception {
        String route = "backtest/" + run + "/manifest";
        assertThat(ask("a", route).statusCode()).isEqualTo(200);
        assertThat(server.send(server.api("backtest/" + run).DELETE()).statusCode())
                .isEqualTo(204);
        assertThat(ask("a", route).statusCode()).isEqualTo(404);
    }

    @Test
    void keepsEncodingsAndQueriesApart() throws Exception {
        String route = "backtest/" + run + "/equity";
        HttpResponse<String> plain = ask("a", route);
        HttpResponse<String> packed = ask("a", route, "Accept-Encoding", "gzip");
        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(ask("a", route, "Accept-Encoding", "gzip").body()).isEqualTo(packed.body());
        assertThat(ask("a", route).body()).isEqualTo(plain.body());
        assertThat(ask("a", "backtest/" + run + "/trades?limit=2").body())
                .isNotEqualTo(ask("a", "backtest/" + run + "/trades?limit=3").body());
        assertThat(ask("a", route, "Accept", "application/xml").statusCode()).isEqualTo(406);
        assertThat(ask("a", route + "?colour=red").statusCode()).isEqualTo(400);
    }

    @Test
    void keepsNothingOfWorkThatGoesOn() throws Exception {
        String queued = server.submit();
        assertThat(ask("a", "backtest/" + queued).body()).contains("\"queued\"");
        server.platform.complete(queued);
        assertThat(ask("a", "backtest/" + queued).body()).contains("\"completed\"");
    }
}
