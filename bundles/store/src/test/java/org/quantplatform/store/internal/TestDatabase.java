package org.quantplatform.store.internal;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.model.Role;
import org.quantplatform.store.internal.sql.Database;

/** A real PostgreSQL for all tests of the module, with a database of its own for each that asks. */
public final class TestDatabase {

    /** Tag of suites that hold on plain PostgreSQL and on TimescaleDB. */
    public static final String BOTH = "both-databases";

    /** Tag of their tests that need a second connection at the same time, which the TimescaleDB of the tests has not. */
    public static final String CONNECTIONS = "connections";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabase() {}

    private static final class Server {

        private static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
                try (Connection connection = server.getPostgresDatabase().getConnection();
                        Statement statement = connection.createStatement()) {
                    statement.execute("create role quant login nosuperuser");
                }
                return server;
            } catch (IOException | SQLException e) {
                throw new IllegalStateException("no PostgreSQL for the tests", e);
            }
        }

        private static void stop(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** An empty database whose owner is no superuser. */
    public static DataSource empty() {
        String name = "test" + COUNT.incrementAndGet();
        try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " owner quant");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return source(name, "quant");
    }

    private static PGSimpleDataSource source(String name, String user) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {Server.POSTGRES.getPort()});
        source.setDatabaseName(name);
        source.setUser(user);
        return source;
    }

    /** The same database for the superuser of its server. */
    static DataSource administered(DataSource database) {
        return source(String.valueOf(((PGSimpleDataSource) database).getDatabaseName()), "postgres");
    }

    /**
     * A database with the schema and no rows: on plain PostgreSQL, or on TimescaleDB when the suites that are tagged
     * {@value #BOTH} run a second time.
     */
    public static Database migrated() {
        return Boolean.getBoolean("quant.test.hypertable") ? TimescaleServer.cleared() : migrated(empty());
    }

    /** As {@link #migrated()}, for tests that connect by themselves too. */
    public static Database migrated(DataSource source) {
        SchemaMigration.migrate(source);
        return new Database(source, "embedded", 60);
    }

    /** A user of the database. */
    public static Caller caller(Database database, String name) {
        long id = new StoredUsers(database).ensureUser(name, Set.of(Role.USER));
        return new Caller(id, name, Set.of(Role.USER), "local", "127.0.0.1");
    }
}
