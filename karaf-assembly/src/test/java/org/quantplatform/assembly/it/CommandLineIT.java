package org.quantplatform.assembly.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stand-alone command line against a running server. */
class CommandLineIT {

    @TempDir
    static Path folder;

    private static QuantServer server;

    @BeforeAll
    static void start() throws Exception {
        server = SharedServer.get();
        Documents.importDemo(server);
    }

    private record Outcome(int exitCode, String out, String err) {}

    private static Outcome quant(String... arguments) throws Exception {
        return quantAt(server.uri("").toString(), arguments);
    }

    private static Outcome quantAt(String url, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(server.home().resolve("bin/quant").toString());
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("QUANT_URL", url);
        builder.environment().put("HOME", folder.toString());
        builder.redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        Process process = builder.start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("ends in time").isTrue();
        return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
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
        assertThat(quant("strategy", "create", "--name", "Calm_Momentum", "--config", config.toString())
                        .exitCode())
                .isZero();
        assertThat(quant("strategy", "list").out()).contains("calm_momentum");
        assertThat(quant("strategy", "show", "calm_momentum").out()).contains("low-volatility", "quarter_end");

        Outcome run = quant(
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
        Outcome shown = quant("backtest", "show", id);
        assertThat(shown.out()).contains("Sharpe").containsIgnoringCase("synthetic");
        assertThat(quant("backtest", "reproduce", id).exitCode()).isZero();
        assertThat(quant("backtest", "delete", id).exitCode()).isZero();
        assertThat(quant("backtest", "show", id).exitCode()).isEqualTo(3);
        assertThat(quant("strategy", "delete", "calm_momentum").exitCode()).isZero();
    }

    @Test
    void saysInOneLineWhatIsWrong() throws Exception {
        assertRefused(2, quant("backtest", "fly"));
        assertRefused(2, quant("backtest", "run", "--start", "yesterday"));
        assertRefused(3, quant("backtest", "show", "bt_19990101_001"));
        assertRefused(
                3, quant("backtest", "run", "--strategy", "nobody", "--start", "2020-01-02", "--end", "2020-12-30"));
        assertRefused(4, quantAt("http://127.0.0.1:" + QuantServer.freePort(), "strategy", "list"));
    }

    private static void assertRefused(int code, Outcome outcome) {
        assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(code);
        assertThat(outcome.err()).isNotBlank().doesNotContain("\tat ", "Exception");
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void theShellInsideTheServerHasTheSameCommands() throws Exception {
        Outcome listed = quantShell("plugin:list --limit 200");
        assertThat(listed.out() + listed.err()).contains("momentum", "factor-rank");
        Outcome refused = quantShell("backtest:show bt_19990101_001");
        assertThat(refused.out() + refused.err()).contains("no backtest 'bt_19990101_001'");
    }

    private static Outcome quantShell(String line) throws Exception {
        Path client = server.home().resolve("bin/client");
        assertThat(client).exists();
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path settings = Files.createDirectories(folder.resolve("client"));
        Files.writeString(
                settings.resolve("org.apache.karaf.shell.cfg"),
                "sshHost = 127.0.0.1\nsshPort = " + server.sshPort() + "\n");
        List<String> karaf = List.of(
                client.toString(),
                "-l",
                "0",
                "-u",
                "quant",
                "-k",
                server.home().resolve("data/shell.key").toString(),
                "-b");
        ProcessBuilder builder = new ProcessBuilder(karaf);
        builder.environment().put("KARAF_ETC", settings.toString());
        builder.redirectErrorStream(true).redirectOutput(out.toFile());
        builder.redirectInput(
                Files.writeString(folder.resolve("line.txt"), line + "\n").toFile());
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ends in time").isTrue();
        return new Outcome(process.exitValue(), Files.readString(out), "");
    }
}
