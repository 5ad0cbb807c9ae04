package org.quantplatform.store.internal;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.api.health.HealthReport.DatabaseInfo;
import org.quantplatform.core.health.DatabaseProbe;
import org.quantplatform.core.threads.Daemon;
import org.quantplatform.store.internal.sql.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks in a thread of its own, one question at a time, so that a database that hangs holds nobody up. */
@Component
public final class BoundedProbe implements DatabaseProbe {

    private static final Logger LOG = LoggerFactory.getLogger(BoundedProbe.class);
    private static final long LIMIT_MILLIS = 900;

    private final Database database;
    private final ExecutorService executor;
    private @Nullable CompletableFuture<DatabaseInfo> pending;

    @Activate
    public BoundedProbe(@Reference Database database) {
        this.database = database;
        this.executor = Executors.newSingleThreadExecutor(Daemon.threads("database-probe"));
    }

    @Deactivate
    void stop() {
        executor.shutdownNow();
    }

    @Override
    public Optional<DatabaseInfo> probe() {
        try {
            return Optional.of(question().get(LIMIT_MILLIS, TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("the database does not answer", e);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private synchronized CompletableFuture<DatabaseInfo> question() {
        if (pending == null || pending.isDone()) {
            pending = CompletableFuture.supplyAsync(this::ask, executor);
        }
        return pending;
    }

    private DatabaseInfo ask() {
        return database.read(session -> session.first(
                        """
                        select current_setting('server_version') as version,
                               (select extversion from pg_extension where extname = 'timescaledb') as timescaledb""",
                        row -> new DatabaseInfo(
                                database.kind(),
                                row.getString("version"),
                                row.getString("timescaledb"),
                                database.bars().code()))
                .orElseThrow());
    }
}
