package org.quantplatform.store.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.quantplatform.store.internal.sql.BarStorage;
import org.quantplatform.store.internal.sql.Failures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves daily bars into a hypertable where the server has TimescaleDB under the Timescale License, which compression and
 * continuous aggregates need. Asked at each start; what was moved once stays there.
 */
final class Timescale {

    private static final Logger LOG = LoggerFactory.getLogger(Timescale.class);

    /** The first version that updates rows of compressed chunks. */
    private static final int[] OLDEST = {2, 11};

    private static final String MOVED = "select to_regclass('timescale.ohlcv_data')::text";
    private static final String LICENSE = "select current_setting('timescaledb.license', true)";
    private static final String VERSION = "select extversion from pg_extension where extname = 'timescaledb'";

    private static final String CREATABLE =
            """
            select name from pg_available_extensions
            where name = 'timescaledb' and installed_version is null
              and (select rolsuper from pg_roles where rolname = current_user)""";

    private Timescale() {}

    /**
     * To be called when the schema is up to date.
     *
     * @param wanted false leaves bars on plain PostgreSQL unless they were moved before
     */
    static BarStorage prepare(DataSource source, boolean wanted) {
        try (Connection connection = source.getConnection()) {
            if (text(connection, MOVED).isPresent()) {
                return BarStorage.HYPERTABLE;
            }
        } catch (SQLException e) {
            throw Failures.explain(e);
        }
        return wanted ? choose(source) : BarStorage.PARTITIONED;
    }

    private static BarStorage choose(DataSource source) {
        tryCreate(source);
        try (Connection connection = source.getConnection()) {
            Optional<String> version = text(connection, VERSION);
            if (version.isEmpty()) {
                return BarStorage.PARTITIONED;
            }
            String license = text(connection, LICENSE).orElse("unknown");
            if (!license.equals("timescale") || !isRecent(version.get())) {
                LOG.info("TimescaleDB {} with license '{}' is not used for bars", version.get(), license);
                return BarStorage.PARTITIONED;
            }
            move(connection);
            LOG.info("daily bars are kept in a hypertable of TimescaleDB {}", version.get());
            return BarStorage.HYPERTABLE;
        } catch (SQLException e) {
            LOG.warn("bars stay on plain PostgreSQL, they could not be moved to TimescaleDB: {}", e.getMessage());
            return BarStorage.PARTITIONED;
        }
    }

    /** On a connection of its own: a server that has the files but did not preload them ends the connection. */
    private static void tryCreate(DataSource source) {
        try (Connection connection = source.getConnection()) {
            if (text(connection, CREATABLE).isPresent()) {
                execute(connection, "create extension timescaledb");
            }
        } catch (SQLException e) {
            LOG.info("TimescaleDB is installed on the server but cannot be used: {}", e.getMessage());
        }
    }

    private static void move(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try {
            execute(connection, "select pg_advisory_xact_lock(" + Locks.IMPORT + ")");
            if (text(connection, MOVED).isEmpty()) {
                execute(connection, script());
            }
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    static boolean isRecent(String version) {
        String[] parts = version.split("[^0-9]+", 3);
        int major = Integer.parseInt(parts[0]);
        int minor = parts.length > 1 && !parts[1].isEmpty() ? Integer.parseInt(parts[1]) : 0;
        return major > OLDEST[0] || major == OLDEST[0] && minor >= OLDEST[1];
    }

    private static Optional<String> text(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String script() {
        try (InputStream in = Timescale.class.getResourceAsStream("/db/timescale/install.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
