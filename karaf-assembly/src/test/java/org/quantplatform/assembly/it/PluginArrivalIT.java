package org.quantplatform.assembly.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quantplatform.testkit.PluginJars;

/** Jars dropped into deploy/ of a running server. */
class PluginArrivalIT {

    private static final Duration ARRIVAL = Duration.ofSeconds(30);

    @TempDir
    static Path folder;

    private static QuantServer server;

    @BeforeAll
    static void start() throws Exception {
        server = SharedServer.get();
        Documents.importDemo(server);
    }

    private static String request(String factor, String market, String from) {
        return """
                {"strategy": {"factors": [{"factor": "%s", "weight": 1}], "parameters": {"top": 10}},
                 "universe": {"market": "%s"}, "start_date": "%s", "end_date": "2024-12-30",
                 "initial_capital": 100000000}"""
                .formatted(factor, market, from);
    }

    private static String statusOf(String id) throws Exception {
        for (JsonNode plugin :
                Documents.get(server, "/api/v1/plugins?limit=200").get("plugins")) {
            if (plugin.get("id").asText().equals(id)) {
                return plugin.get("status").asText();
            }
        }
        return "absent";
    }

    private static JsonNode reasonOf(String text) throws Exception {
        for (JsonNode plugin :
                Documents.get(server, "/api/v1/plugins?limit=200").get("plugins")) {
            if (plugin.get("reason").asText().toLowerCase(Locale.ROOT).contains(text)) {
                return plugin;
            }
        }
        return null;
    }

    @Test
    void aFactorComesIsUsedAndGoesWhileItsRunStillCounts() throws Exception {
        Path jar = new PluginJars(folder).good("visiting-factor", "1.0.0");
        server.deploy(jar);
        Deadline.await("the factor is offered", ARRIVAL, () -> statusOf("visiting-factor")
                .equals("active"));

        String first = Documents.submit(server, request("visiting-factor", "US", "2016-01-04"));
        String hash = Documents.completedBacktest(server, first)
                .at("/manifest/result_hash")
                .asText();
        String running = Documents.submit(server, request("visiting-factor", "KR", "2015-01-02"));
        server.undeploy(jar);
        Deadline.await(
                "the factor is gone", ARRIVAL, () -> statusOf("visiting-factor").equals("absent"));
        assertThat(Documents.completedBacktest(server, running)
                        .at("/summary/num_trades")
                        .asLong())
                .isPositive();

        var refused = server.post("/api/v1/backtest", request("visiting-factor", "US", "2016-01-04"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("strategy.factors[0].factor");

        var again = server.post("/api/v1/backtest/" + first + "/reproduce", "");
        assertThat(again.statusCode()).as(again.body()).isEqualTo(202);
        String repeated = Documents.parse(again.body()).get("backtest_id").asText();
        JsonNode manifest = Documents.completedBacktest(server, repeated).get("manifest");
        assertThat(manifest.get("result_hash").asText()).isEqualTo(hash);
        assertThat(manifest.get("identical").asBoolean()).isTrue();
    }

    @Test
    void whatLooksAheadThrowsOrNeverEndsIsQuarantined() throws Exception {
        PluginJars jars = new PluginJars(folder);
        Path ahead = jars.lookAhead();
        Path throwing = jars.throwing();
        Path endless = jars.endlessLoop();
        Path broken = jars.brokenManifest();
        for (Path jar : new Path[] {ahead, throwing, endless, broken}) {
            server.deploy(jar);
        }
        try {
            Deadline.await("look-ahead is found", ARRIVAL, () -> reasonOf("look") != null);
            Deadline.await("the exception is found", ARRIVAL, () -> reasonOf("thr") != null);
            Deadline.await(
                    "the loop is found",
                    Duration.ofSeconds(60),
                    () -> reasonOf("processor time") != null
                            || reasonOf("did not end") != null
                            || reasonOf("never") != null);
            Deadline.await("the broken jar is found", ARRIVAL, () -> reasonOf("manifest") != null);
            assertThat(Documents.get(server, "/api/v1/health").get("status").asText())
                    .isEqualTo("ok");
            assertThat(statusOf("momentum")).isEqualTo("active");
            String id = Documents.submit(server, request("momentum", "US", "2020-01-02"));
            Documents.completedBacktest(server, id);
        } finally {
            for (Path jar : new Path[] {ahead, throwing, endless, broken}) {
                server.undeploy(jar);
            }
        }
        Deadline.await(
                "all of them are gone",
                ARRIVAL,
                () -> Documents.get(server, "/api/v1/health")
                                .at("/plugins/quarantined")
                                .asLong()
                        == 0);
    }
}
