package org.quantplatform.assembly.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Server-sent events of a run, through the framework's own servlet container. */
class EventStreamIT {

    @Test
    void followsARunFromItsBeginningToItsEnd() throws Exception {
        QuantServer server = SharedServer.get();
        Documents.importDemo(server);
        String id = Documents.submit(
                server,
                """
                {"strategy": {"factors": [{"factor": "momentum", "weight": 1}], "parameters": {"top": 10}},
                 "universe": {"market": "KR"}, "start_date": "2015-01-02", "end_date": "2024-12-30",
                 "initial_capital": 100000000}""");
        HttpResponse<String> events = server.get("/api/v1/backtest/" + id + "/events");
        assertThat(events.statusCode()).as(events.body()).isEqualTo(200);
        assertThat(events.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        assertThat(events.body())
                .startsWith(": watching\n\n")
                .containsSubsequence("\"type\":\"queued\"", "\"type\":\"started\"", "\"type\":\"completed\"")
                .endsWith("}\n\n");
        HttpResponse<String> rest = server.get("/api/v1/backtest/" + id + "/events?after=2");
        assertThat(rest.body()).contains("\"type\":\"completed\"").doesNotContain("\"type\":\"queued\"");
    }
}
