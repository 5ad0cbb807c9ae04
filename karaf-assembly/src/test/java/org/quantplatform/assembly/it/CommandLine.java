package org.quantplatform.assembly.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What users type: the program {@code quant}, and commands of the server's own shell.
 *
 * @param folder the user's home
 */
record CommandLine(QuantServer server, Path folder) {

    private static final Path NOTHING = Path.of("/dev/null");

    /** @param err empty for the shell, which mixes both */
    record Outcome(int exitCode, String out, String err) {}

    Outcome quant(String... arguments) throws Exception {
        return quantAt(server.uri("").toString(), arguments);
    }

    Outcome quantAt(String url, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(server.home().resolve("bin/quant").toString());
        command.addAll(List.of(arguments));
        Path err = Files.createTempFile(folder, "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
        Outcome outcome = ended(builder, Map.of("QUANT_URL", url, "HOME", folder.toString()), NOTHING);
        return new Outcome(outcome.exitCode(), outcome.out(), Files.readString(err));
    }

    /** One line in the shell inside the server, by Karaf's client. */
    Outcome shell(String line) throws Exception {
        Path settings = Files.createDirectories(folder.resolve("client"));
        Files.writeString(
                settings.resolve("org.apache.karaf.shell.cfg"),
                "sshHost = 127.0.0.1\nsshPort = " + server.sshPort() + "\n");
        String key = server.home().resolve("data/shell.key").toString();
        ProcessBuilder builder = new ProcessBuilder(
                        server.home().resolve("bin/client").toString(), "-l", "0", "-u", "quant", "-k", key, "-b")
                .redirectErrorStream(true);
        Path input = Files.writeString(folder.resolve("line.txt"), line + "\n");
        return ended(builder, Map.of("KARAF_ETC", settings.toString()), input);
    }

    private Outcome ended(ProcessBuilder builder, Map<String, String> environment, Path input) throws Exception {
        Path out = Files.createTempFile(folder, "out", ".txt");
        builder.environment().putAll(environment);
        Process process = builder.redirectInput(input.toFile())
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("ends in time").isTrue();
        return new Outcome(process.exitValue(), Files.readString(out), "");
    }
}
