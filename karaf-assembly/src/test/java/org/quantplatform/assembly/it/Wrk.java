package org.quantplatform.assembly.it;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The load generator {@code wrk}, which must be installed (Debian: {@code apt install wrk}). */
public final class Wrk {

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern SHARE = Pattern.compile("\\s(50|99)%\\s+([0-9.]+)(us|ms|s)");
    private static final Pattern ERRORS = Pattern.compile("(Non-2xx or 3xx responses: [0-9]+|Socket errors: .*)");

    private final int connections;

    /**
     * One run.
     *
     * @param median milliseconds that half of the requests took at most
     * @param p99 milliseconds that 99 of 100 took at most
     * @param errors empty when there were none
     */
    public record Outcome(double perSecond, double median, double p99, String errors) {}

    public Wrk(int connections) {
        this.connections = connections;
    }

    public static boolean isInstalled() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "wrk")));
    }

    public Outcome run(URI address, int seconds) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        "wrk",
                        "-t",
                        "2",
                        "-c",
                        String.valueOf(connections),
                        "-d",
                        seconds + "s",
                        "--latency",
                        address.toString()))
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("wrk failed: " + text);
        }
        Matcher errors = ERRORS.matcher(text);
        return new Outcome(
                Double.parseDouble(found(RATE, text).group(1)),
                millis("50", text),
                millis("99", text),
                errors.find() ? errors.group(1) : "");
    }

    private static double millis(String share, String text) throws IOException {
        Matcher line = SHARE.matcher(text);
        while (line.find()) {
            if (line.group(1).equals(share)) {
                double value = Double.parseDouble(line.group(2));
                return switch (line.group(3)) {
                    case "us" -> value / 1000;
                    case "ms" -> value;
                    default -> value * 1000;
                };
            }
        }
        throw new IOException("no latency in: " + text);
    }

    private static Matcher found(Pattern pattern, String text) throws IOException {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IOException("not understood: " + text);
        }
        return matcher;
    }
}
