package org.quantplatform.store.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.quantplatform.store.internal.sql.BarStorage;
import org.quantplatform.store.internal.sql.Failures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves bars into hypertables where the server has TimescaleDB under the Timescale License, which compression and
 * continuous aggregates need. Asked at each start; what was moved once stays there.
 */
final class Timescale {

    private static final Logger LOG = LoggerFactory.getLogger(Timescale.class);

    /** The first version that updates rows of compressed chunks. */
    private static final int[] OLDEST = {2, 11};

    private static final Move DAYS = new Move("timescale.ohlcv_data", "days.sql");
    private static final Move MINUTES = new Move("timescale.minute_bars", "minutes.sql");

    private static final String LICENSE = "select current_setting('timescaledb.license', true)";
    private static final String VERSION = "select extversion from pg_extension where extname = 'timescaledb'";

    private static final String CREATABLE =
            """
            select name from pg_available_extensions
            where name = 'timescaledb' and installed_version is null
              and (select rolsuper from pg_roles where rolname = current_user)""";

    private Timescale() {}

    /**
     * Bars that get a hypertable.
     *
     * @param table where they are then
     * @param script that moves them there
     */
    private record Move(String table, String script) {

        boolean done(Connection connection) throws SQLException {
            return text(connection, "select to_regclass('" + table + "')::text").isPresent();
        }

        void run(Connection connection) throws SQLException {
            try (InputStream in = Timescale.class.getResourceAsStream("/db/timescale/" + script)) {
                execute(connection, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * To be called when the schema is up to date.
     *
     * @param wanted false leaves bars on plain PostgreSQL unless they were moved before
     */
    static BarStorage prepare(DataSource source, boolean wanted) {
        if (wanted) {
            tryMove(source);
        }
        try (Connection connection = source.getConnection()) {
            return DAYS.done(connection) ? BarStorage.HYPERTABLE : BarStorage.PARTITIONED;
        } catch (SQLException e) {
            throw Failures.explain(e);
        }
    }

    private static void tryMove(DataSource source) {
        tryCreate(source);
        try (Connection connection = source.getConnection()) {
            Optional<String> version = text(connection, VERSION);
            if (version.isEmpty()) {
                return;
            }
            String license = text(connection, LICENSE).orElse("unknown");
            if (!license.equals("timescale") || !isRecent(version.get())) {
                LOG.info("TimescaleDB {} with license '{}' is not used for bars", version.get(), license);
                return;
            }
            move(connection);
            LOG.info("bars are kept in hypertables of TimescaleDB {}", version.get());
        } catch (SQLException e) {
            LOG.warn("bars stay as they are, they could not be moved to TimescaleDB: {}", e.getMessage());
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
            for (Move move : List.of(DAYS, MINUTES)) {
                if (!move.done(connection)) {
                    move.run(connection);
                }
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
}
