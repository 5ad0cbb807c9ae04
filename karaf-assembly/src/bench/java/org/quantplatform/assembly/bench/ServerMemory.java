package org.quantplatform.assembly.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What lives on the heap of a server after a full collection. */
final class ServerMemory {

    private static final double MEGABYTE = 1 << 20;

    private ServerMemory() {}

    /** Megabytes in use. */
    static double live(ProcessHandle server) throws IOException, InterruptedException {
        Path tool = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process process = new ProcessBuilder(tool.toString(), String.valueOf(server.pid()), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        String total = text.lines()
                .filter(line -> line.startsWith("Total"))
                .reduce((a, b) -> b)
                .orElseThrow(() -> new IOException("no histogram: " + text));
        String[] words = total.strip().split("\\s+");
        return Long.parseLong(words[2]) / MEGABYTE;
    }
}
