package org.quantplatform.assembly.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server of a test's own, run by the distribution's launcher as a user would; it may be killed and started again. */
public final class LaunchedServer {

    private static final Duration COMMAND_WITHIN = Duration.ofSeconds(240);

    private final QuantServer server;
    private final Map<String, String> environment;

    private LaunchedServer(QuantServer server, Map<String, String> environment) {
        this.server = server;
        this.environment = environment;
    }

    /** What a command printed, both streams, and how it ended. */
    public record Outcome(int exitCode, String output) {}

    /** Unpacks the distribution into {@code folder}; {@code environment} adds to the variables of every command. */
    public static LaunchedServer unpack(Path folder, Map<String, String> environment)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Process tar = new ProcessBuilder(
                        "tar", "xzf", QuantServer.archive().toString(), "-C", folder.toString(), "--strip-components=1")
                .inheritIO()
                .start();
        assertThat(tar.waitFor()).as("tar").isZero();
        return new LaunchedServer(
                new QuantServer(folder, QuantServer.freePort(), QuantServer.freePort()), Map.copyOf(environment));
    }

    public QuantServer server() {
        return server;
    }

    /** Starts the server and returns once it is ready. */
    public QuantServer start() throws IOException, InterruptedException {
        Outcome outcome = quant("start");
        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        return server;
    }

    /** Ends the server as {@code kill -9} does, leaving its database running. */
    public void kill() throws Exception {
        ProcessHandle process = process();
        process.destroyForcibly();
        process.onExit().get(30, TimeUnit.SECONDS);
    }

    /** The server's process. */
    public ProcessHandle process() throws IOException {
        String pid = Files.readString(server.home().resolve("data/quant.pid")).strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    /** Runs {@code quant} with these arguments. */
    public Outcome quant(String... arguments) throws IOException, InterruptedException {
        return quantWith(List.of(), arguments);
    }

    /** As {@link #quant}, with lines for it to read. */
    public Outcome quantWith(List<String> input, String... arguments) throws IOException, InterruptedException {
        return quantWith(input, Map.of(), arguments);
    }

    /** As {@link #quantWith(List, String...)}, with more in its environment. */
    public Outcome quantWith(List<String> input, Map<String, String> more, String... arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(server.home().resolve("bin/quant").toString()));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile("quant", ".out");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.environment().putAll(more);
        builder.environment().put("QUANT_HTTP_PORT", String.valueOf(server.httpPort()));
        builder.environment().put("QUANT_SSH_PORT", String.valueOf(server.sshPort()));
        builder.environment().putIfAbsent("QUANT_JAVA_OPTS", "-Xmx1g");
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        Path lines = Files.write(Files.createTempFile("quant", ".in"), input);
        builder.redirectInput(ProcessBuilder.Redirect.from(lines.toFile()));
        Process process = builder.start();
        try {
            if (!process.waitFor(COMMAND_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("quant " + String.join(" ", arguments) + " does not end");
            }
            return new Outcome(process.exitValue(), Files.readString(output));
        } finally {
            Files.delete(output);
            Files.delete(lines);
        }
    }

    /** Stops the server and its database. */
    public void stop() throws IOException, InterruptedException {
        quant("stop");
    }
}
