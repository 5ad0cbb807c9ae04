package org.quantplatform.store.internal;

import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.quantplatform.core.threads.Daemon;
import org.quantplatform.store.internal.sql.BarStorage;
import org.quantplatform.store.internal.sql.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the schema up to date and only then offers the {@link Database} that every other component of the store needs.
 * Works in a thread of its own, and again until the database answers.
 */
@Component(
        immediate = true,
        service = {},
        configurationPid = StoreSettings.PID)
@Designate(ocd = StoreSettings.class)
public final class SchemaMigration {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaMigration.class);
    private static final long FIRST_PAUSE_MILLIS = 250;
    private static final long LONGEST_PAUSE_MILLIS = 15_000;

    /** A schema that a later version of the platform made is refused. */
    private static final String[] NONE_IGNORED = {};

    private final BundleContext context;
    private final DataSource source;
    private final StoreSettings settings;
    private final String kind;
    private final Thread thread;
    private final AtomicReference<@Nullable ServiceRegistration<Database>> registration = new AtomicReference<>();
    private volatile boolean stopped;

    @Activate
    public SchemaMigration(
            BundleContext context,
            StoreSettings settings,
            @Reference(target = "(dataSourceName=quant)") Map.Entry<Map<String, Object>, DataSource> described) {
        this.context = context;
        this.source = described.getValue();
        this.settings = settings;
        this.kind =
                described.getKey().getOrDefault("quant.database", "external").toString();
        this.thread = Daemon.threads("schema").newThread(this::run);
        thread.start();
    }

    @Deactivate
    void stop() {
        stopped = true;
        thread.interrupt();
        withdraw();
    }

    /** Brings the schema up to date and tells how many migrations ran; refuses a schema that a later version made. */
    public static int migrate(DataSource source) {
        return migrate(source, true);
    }

    /** @param lockInTransaction false where a second connection would wait for the first one's transaction */
    static int migrate(DataSource source, boolean lockInTransaction) {
        ClassLoader loader = SchemaMigration.class.getClassLoader();
        Thread current = Thread.currentThread();
        ClassLoader previous = current.getContextClassLoader();
        current.setContextClassLoader(loader);
        try {
            FluentConfiguration flyway = Flyway.configure(loader)
                    .dataSource(source)
                    .locations("classpath:db/migration")
                    .connectRetries(0)
                    .ignoreMigrationPatterns(NONE_IGNORED);
            flyway.getConfigurationExtension(PostgreSQLConfigurationExtension.class)
                    .setTransactionalLock(lockInTransaction);
            return flyway.load().migrate().migrationsExecuted;
        } finally {
            current.setContextClassLoader(previous);
        }
    }

    private void run() {
        long pause = FIRST_PAUSE_MILLIS;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                int executed = migrate(source);
                BarStorage bars = Timescale.prepare(source, settings.timescale());
                LOG.info("database ready, {} migrations ran, bars are {}", executed, bars.code());
                offer(new Database(source, kind, settings.query_timeout_seconds(), bars));
                return;
            } catch (RuntimeException e) {
                // Flyway's and the pool's: without this thread the platform would never have a database
                LOG.warn("the schema is not up to date yet: {}", e.getMessage());
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                return;
            }
            pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
        }
    }

    private void offer(Database database) {
        registration.set(
                context.registerService(Database.class, database, new Hashtable<>(Map.of("kind", database.kind()))));
        if (stopped) {
            withdraw();
        }
    }

    private void withdraw() {
        ServiceRegistration<Database> offered = registration.getAndSet(null);
        if (offered != null) {
            offered.unregister();
        }
    }
}
