package org.quantplatform.assembly.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quantplatform.assembly.it.CommandLine.Outcome;

/** The stand-alone command line against a running server. */
class CommandLineIT {

    @TempDir
    static Path folder;

    private static CommandLine user;

    @BeforeAll
    static void start() throws Exception {
        QuantServer server = SharedServer.get();
        Documents.importDemo(server);
        user = new CommandLine(server, folder);
    }

    @Test
    void storesAStrategyRunsItAndShowsTheResult() throws Exception {
        Path config = Files.writeString(
                folder.resolve("strategy.yaml"),
                """
                description: Momentum and calm
                factor_weights:
                  momentum: 0.6
                  low-volatility: 0.4
                parameters:
                  top: 15
                universe:
                  market: KR
                rebalance_frequency: quarter_end
                """);
        assertThat(user.quant("strategy", "create", "--name", "Calm_Momentum", "--config", config.toString())
                        .exitCode())
                .isZero();
        assertThat(user.quant("strategy", "list").out()).contains("calm_momentum");
        assertThat(user.quant("strategy", "show", "calm_momentum").out()).contains("low-volatility", "quarter_end");

        Outcome run = user.quant(
                "backtest",
                "run",
                "--strategy",
                "calm_momentum",
                "--start",
                "2017-01-02",
                "--end",
                "2020-12-30",
                "--initial-capital",
                "100000000",
                "--json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode document = Documents.parse(run.out());
        assertThat(document.get("status").asText()).isEqualTo("completed");
        assertThat(document.get("currency").asText()).isEqualTo("KRW");
        assertThat(document.at("/summary/num_trades").asLong()).isPositive();

        String id = document.get("backtest_id").asText();
        Outcome shown = user.quant("backtest", "show", id);
        assertThat(shown.out()).contains("Sharpe").containsIgnoringCase("synthetic");
        assertThat(user.quant("backtest", "reproduce", id).exitCode()).isZero();
        assertThat(user.quant("backtest", "delete", id).exitCode()).isZero();
        assertThat(user.quant("backtest", "show", id).exitCode()).isEqualTo(3);
        assertThat(user.quant("strategy", "delete", "calm_momentum").exitCode()).isZero();
    }

    @Test
    void saysInOneLineWhatIsWrong() throws Exception {
        assertRefused(2, user.quant("backtest", "fly"));
        assertRefused(2, user.quant("backtest", "run", "--start", "yesterday"));
        assertRefused(3, user.quant("backtest", "show", "bt_19990101_001"));
        assertRefused(
                3,
                user.quant("backtest", "run", "--strategy", "nobody", "--start", "2020-01-02", "--end", "2020-12-30"));
        assertRefused(4, user.quantAt("http://127.0.0.1:" + QuantServer.freePort(), "strategy", "list"));
    }

    private static void assertRefused(int code, Outcome outcome) {
        assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(code);
        assertThat(outcome.err()).isNotBlank().doesNotContain("\tat ", "Exception");
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void theShellInsideTheServerHasTheSameCommands() throws Exception {
        Outcome listed = user.shell("plugin:list --limit 200");
        assertThat(listed.out() + listed.err()).contains("momentum", "factor-rank");
        Outcome refused = user.shell("backtest:show bt_19990101_001");
        assertThat(refused.out() + refused.err()).contains("no backtest 'bt_19990101_001'");
    }
}
