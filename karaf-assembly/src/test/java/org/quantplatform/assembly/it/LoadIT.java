package org.quantplatform.assembly.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quantplatform.assembly.it.Wrk.Outcome;

/** Many callers of one kept answer, beside a bare handler of the same HTTP server that sends the same bytes. */
class LoadIT {

    private static final int CONNECTIONS = 64;
    private static final int WARM_SECONDS = 5;
    private static final int SECONDS = 10;
    private static final int ROUNDS = 3;
    private static final double LEAST_SHARE = 0.6;
    private static final double MOST_SPREAD = 10;
    private static final String RUN =
            """
            {"strategy": {"factors": [{"factor": "momentum", "weight": 1}], "parameters": {"top": 10},
                          "rebalance_frequency": "month_end"},
             "universe": {"market": "US"}, "start_date": "2015-01-02", "end_date": "2024-12-31"}""";

    /** The two servers take turns on the same processors. */
    private record Round(Outcome bare, Outcome ours) {

        boolean holds() {
            return ours.perSecond() >= LEAST_SHARE * bare.perSecond() && ours.p99() <= MOST_SPREAD * ours.median();
        }
    }

    /** What else the machine does may spoil a round, and not the next. */
    @Test
    void keepsUpWithABareHandler() throws Exception {
        assumeTrue(Wrk.isInstalled(), "wrk is not installed");
        QuantServer server = SharedServer.get();
        Documents.importDemo(server);
        String id = Documents.submit(server, RUN);
        Documents.completedBacktest(server, id);
        String path = "/api/v1/backtest/" + id + "/equity";
        Wrk wrk = new Wrk(CONNECTIONS);
        List<Round> rounds = new ArrayList<>();
        try (BareServer bare = new BareServer(server.get(path).body().getBytes(StandardCharsets.UTF_8))) {
            URI address = server.uri(path);
            wrk.run(bare.address(), WARM_SECONDS);
            wrk.run(address, WARM_SECONDS);
            while (rounds.size() < ROUNDS && rounds.stream().noneMatch(Round::holds)) {
                rounds.add(new Round(wrk.run(bare.address(), SECONDS), wrk.run(address, SECONDS)));
            }
        }
        assertThat(rounds).allMatch(round -> round.ours().errors().isEmpty());
        assertThat(rounds).anyMatch(Round::holds);
    }
}
