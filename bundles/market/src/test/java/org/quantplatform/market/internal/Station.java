package org.quantplatform.market.internal;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import org.postgresql.ds.PGSimpleDataSource;
import org.quantplatform.api.data.UpdateReport;
import org.quantplatform.api.data.UpdateRequest;
import org.quantplatform.api.data.Updates;
import org.quantplatform.api.jobs.JobStatus;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.core.jobs.JobContext;
import org.quantplatform.core.jobs.JobStore.Claimed;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.Role;
import org.quantplatform.spi.data.DataSource;
import org.quantplatform.store.internal.SchemaMigration;
import org.quantplatform.store.internal.StoredJobs;
import org.quantplatform.store.internal.StoredMarket;
import org.quantplatform.store.internal.StoredSchedules;
import org.quantplatform.store.internal.StoredUsers;
import org.quantplatform.store.internal.sql.Database;
import org.quantplatform.store.internal.updates.StoredUpdates;

/** Updates as a server runs them, on a real PostgreSQL with real sources, and a clock that is set by hand. */
final class Station {

    private static final String WORKER = "station";
    private static final AtomicInteger COUNT = new AtomicInteger();

    final Database database;
    final StoredUpdates updates;
    final Map<String, DataSource> sources;
    final Updates service;
    final HandClock clock = new HandClock();
    private final PGSimpleDataSource connections;
    private final StoredJobs jobs;
    private final UpdateHandler handler;

    Station(Path folder) throws IOException {
        connections = Server.newDatabase();
        SchemaMigration.migrate(connections);
        database = new Database(connections, "embedded", 60);
        updates = new StoredUpdates(database);
        jobs = new StoredJobs(database);
        StoredMarket market = new StoredMarket(database);
        Desk desk = new Desk(folder);
        sources = desk.sources;
        handler = new UpdateHandler(updates, market, desk.registry(), clock);
        long user = new StoredUsers(database).ensureUser("updater", Set.of(Role.ADMIN));
        service = new UpdatesService(
                        new CallerUpdates.Stores(updates, market, new StoredSchedules(database)),
                        desk.queue(),
                        desk.registry(),
                        new CallerUpdates.Markets(
                                new Rulebook(desk.registry()), new SourceChains(new NoSettings()), clock))
                .forCaller(new Caller(user, "updater", Set.of(Role.ADMIN), "local", "127.0.0.1"));
    }

    /** One PostgreSQL for all. */
    private static final class Server {

        private static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
                return server;
            } catch (IOException e) {
                throw new IllegalStateException("no PostgreSQL for the tests", e);
            }
        }

        private static void stop(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        static PGSimpleDataSource newDatabase() {
            String name = "station" + COUNT.incrementAndGet();
            PGSimpleDataSource source = (PGSimpleDataSource) POSTGRES.getPostgresDatabase();
            try (Connection connection = source.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            source.setDatabaseName(name);
            return source;
        }
    }

    /** Time passes when it is told to. */
    static final class HandClock extends Clock {

        private volatile Instant now = Instant.EPOCH;

        void set(String instant) {
            now = Instant.parse(instant);
        }

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    UpdateReport run(UpdateRequest request) {
        return run(request, parts -> {});
    }

    /** @param afterPart told how many parts are done, whenever one is */
    UpdateReport run(UpdateRequest request, LongConsumer afterPart) {
        String id = service.submit(request).updateId();
        Claimed job =
                jobs.claim(Set.of("update"), WORKER, Duration.ofMinutes(1), 10).orElseThrow();
        try {
            handler.run(new Running(job, afterPart));
            jobs.finish(id, WORKER, JobStatus.COMPLETED, null, Map.of());
        } catch (QuantException e) {
            jobs.finish(id, WORKER, JobStatus.FAILED, e.getMessage(), Map.of());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return service.get(id);
    }

    private record Running(Claimed job, LongConsumer afterPart) implements JobContext {

        @Override
        public String id() {
            return job.id();
        }

        @Override
        public long ownerId() {
            return job.ownerId();
        }

        @Override
        public String requestJson() {
            return job.requestJson();
        }

        @Override
        public void progress(long done, long total, Map<String, Object> values) {
            afterPart.accept(done);
        }

        @Override
        public boolean cancelled() {
            return false;
        }
    }

    void execute(String sql) {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long number(String sql) {
        return database.read(session -> session.number(sql));
    }
}
