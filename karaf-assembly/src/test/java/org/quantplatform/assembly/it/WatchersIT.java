package org.quantplatform.assembly.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Many who watch the same work. */
class WatchersIT {

    private static final int WATCHERS = 200;
    private static final String SEARCH =
            """
            {"backtest": {"strategy": {"factors": [{"factor": "momentum", "weight": 1}],
                                       "parameters": {"top": 10}, "rebalance_frequency": "daily"},
                          "universe": {"market": "US"}, "start_date": "2015-01-02", "end_date": "2024-12-31"},
             "space": {"parameters.top": {"from": 1, "to": 60, "step": 1}},
             "kind": "grid", "objective": "sharpe_ratio"}""";

    private static QuantServer server;

    @BeforeAll
    static void start() throws Exception {
        server = SharedServer.get();
        Documents.importDemo(server);
    }

    @Test
    void eachOfTwoHundredSeesProgressAndTheEnd() throws Exception {
        HttpResponse<String> accepted = server.post("/api/v1/searches", SEARCH);
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        String id = Documents.parse(accepted.body()).get("search_id").asText();
        OpenSockets sockets = new OpenSockets(server.webSocket("/ws/optimization?id=" + id), WATCHERS);
        assertThat(server.status("/api/v1/health")).isEqualTo(200);
        assertThat(sockets.fewestProgress(Duration.ofMinutes(4))).isPositive();
        assertThat(Documents.get(server, "/api/v1/searches/" + id).get("status").asText())
                .isEqualTo("completed");
    }
}
