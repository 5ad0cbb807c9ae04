package org.quantplatform.assembly.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.quantplatform.testkit.PluginJars;
import org.quantplatform.testkit.PluginJars.Recipe;

/** A server that is killed in the middle of a run loses nothing. */
class CrashIT {

    /** Burns time in proportion to the cells, so that a whole market takes long and the small probe does not. */
    private static final String SLOW = "cell.today(Field.CLOSE) / cell.ago(Field.CLOSE, p.days()) - 1"
            + " + 0 * java.util.stream.IntStream.range(0, 2500).asDoubleStream().map(Math::sqrt).sum()";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path folder;

    private static LaunchedServer launched;

    @BeforeAll
    static void start() throws Exception {
        launched = LaunchedServer.unpack(folder.resolve("quant"), Map.of());
        launched.start();
        Documents.importDemo(launched.server());
    }

    @AfterAll
    static void stop() throws Exception {
        launched.stop();
    }

    private static String request(String factor) {
        return """
                {"strategy": {"factors": [{"factor": "%s", "weight": 1}], "parameters": {"top": 10}},
                 "universe": {"market": "US"}, "start_date": "2015-01-02", "end_date": "2024-12-31",
                 "initial_capital": 1000000}"""
                .formatted(factor);
    }

    @Test
    void theRunStartsAgainAndEndsWithTheSameHash() throws Exception {
        QuantServer server = launched.server();
        server.deploy(new PluginJars(folder).write(Recipe.of("slow-factor", "1.0.0", SLOW)));
        Deadline.await(
                "the factor is offered",
                Duration.ofSeconds(60),
                () -> server.status("/api/v1/plugins/factor/slow-factor") == 200
                        && Documents.get(server, "/api/v1/plugins/factor/slow-factor")
                                .get("status")
                                .asText()
                                .equals("active"));
        String done = Documents.submit(server, request("slow-factor"));
        String hash = Documents.completedBacktest(server, done)
                .at("/manifest/result_hash")
                .asText();

        String killed = Documents.submit(server, request("slow-factor"));
        Deadline.await("the run is under way", Duration.ofSeconds(60), () -> Documents.get(
                        server, "/api/v1/backtest/" + killed)
                .get("status")
                .asText()
                .equals("running"));
        launched.kill();
        launched.start();

        JsonNode again = Documents.completedBacktest(server, killed);
        assertThat(again.at("/manifest/result_hash").asText()).isEqualTo(hash);
        assertThat(Documents.get(server, "/api/v1/jobs/" + killed)
                        .get("attempts")
                        .asInt())
                .isGreaterThan(1);
        assertThat(Documents.completedBacktest(server, done)
                        .at("/manifest/result_hash")
                        .asText())
                .isEqualTo(hash);
        assertThat(Documents.get(server, "/api/v1/data/snapshots").get("total").asInt())
                .isEqualTo(1);
    }
}
