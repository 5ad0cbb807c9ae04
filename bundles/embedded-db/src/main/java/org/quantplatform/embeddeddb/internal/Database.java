package org.quantplatform.embeddeddb.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.ops4j.pax.jdbc.pool.common.PooledDataSourceFactory;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationEvent;
import org.osgi.service.cm.ConfigurationListener;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jdbc.DataSourceFactory;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the platform's data source: the configured external database, or else the embedded server, which one thread
 * starts, watches and stops.
 */
@Component(
        immediate = true,
        service = ConfigurationListener.class,
        configurationPid = "org.quantplatform.embeddeddb",
        configurationPolicy = org.osgi.service.component.annotations.ConfigurationPolicy.REQUIRE)
@Designate(ocd = EmbeddedSettings.class)
public final class Database implements ConfigurationListener {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final long WATCH_MILLIS = 500;
    private static final long FIRST_PAUSE_MILLIS = 1_000;
    private static final long LONGEST_PAUSE_MILLIS = 30_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ComponentContext component;
    private final EmbeddedSettings settings;
    private final ConfigurationAdmin configurations;
    private final DataSourceFactory driver;
    private final PooledDataSourceFactory pools;
    private final Thread thread;
    private boolean stopped;
    private int generation;

    @Activate
    public Database(
            ComponentContext component,
            EmbeddedSettings settings,
            @Reference ConfigurationAdmin configurations,
            @Reference(target = "(osgi.jdbc.driver.class=org.postgresql.Driver)") DataSourceFactory driver,
            @Reference(target = "(&(pool=hikari)(!(xa=true)))") PooledDataSourceFactory pools) {
        this.component = component;
        this.settings = settings;
        this.configurations = configurations;
        this.driver = driver;
        this.pools = pools;
        this.thread = new Thread(this::run, "quant-database");
        thread.start();
    }

    @Deactivate
    void stop() {
        signal(true);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void configurationEvent(ConfigurationEvent event) {
        if (ExternalDatabase.FACTORY_PID.equals(event.getFactoryPid())) {
            signal(false);
        }
    }

    private void run() {
        long pause = FIRST_PAUSE_MILLIS;
        while (!isStopped()) {
            int seen = generation();
            try {
                serve(seen);
                pause = FIRST_PAUSE_MILLIS;
            } catch (RefusedException e) {
                LOG.error(e.getMessage());
                await(seen, Long.MAX_VALUE);
            } catch (IOException | SQLException | RuntimeException e) {
                LOG.error("No database, trying again in {} s: {}", pause / 1_000, e.getMessage());
                LOG.debug("No database", e);
                await(seen, pause);
                pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void serve(int seen) throws IOException, SQLException, InterruptedException {
        Optional<DatabaseAddress> external = ExternalDatabase.find(configurations, component.getServiceReference());
        if (external.isEmpty()) {
            serveEmbedded(seen);
            return;
        }
        PublishedPool pool = publish(external.get());
        try {
            await(seen, Long.MAX_VALUE);
        } finally {
            pool.close();
        }
    }

    private void serveEmbedded(int seen) throws IOException, SQLException, InterruptedException {
        Path data = Path.of(bundleContext().getProperty("karaf.data"))
                .toAbsolutePath()
                .normalize();
        Path base = Path.of(bundleContext().getProperty("karaf.base"))
                .toAbsolutePath()
                .normalize();
        Path root = data.resolve(settings.directory()).normalize();
        try (PostgresServer server = PostgresServer.at(root, carriedVersion(), settings, base)) {
            PostgresServer.Address address = server.start();
            ApplicationDatabase.ensure(driver.createDataSource(address.superuser()), address.credentials());
            PublishedPool pool = publish(address.application(poolProperties()));
            try {
                watch(server, address, seen);
            } finally {
                pool.close();
            }
        }
    }

    /** Starts the server again when it dies; the pool reconnects by itself as long as the port is the same. */
    private void watch(PostgresServer server, PostgresServer.Address address, int seen)
            throws IOException, InterruptedException {
        while (!await(seen, WATCH_MILLIS)) {
            if (server.isAlive()) {
                continue;
            }
            LOG.warn("PostgreSQL died; starting it again");
            if (server.start().port() != address.port()) {
                LOG.warn("The port of PostgreSQL was taken meanwhile; publishing the database anew");
                return;
            }
        }
    }

    private PublishedPool publish(DatabaseAddress address) throws SQLException {
        return PublishedPool.publish(bundleContext(), pools, driver, address);
    }

    private Properties poolProperties() {
        Properties pool = new Properties();
        pool.setProperty("hikari.maximumPoolSize", String.valueOf(settings.pool_size()));
        pool.setProperty("hikari.minimumIdle", "2");
        pool.setProperty("hikari.connectionTimeout", "15000");
        return pool;
    }

    private BundleContext bundleContext() {
        return component.getBundleContext();
    }

    private String carriedVersion() {
        return bundleContext().getBundle().getHeaders().get("Quant-Postgres-Version");
    }

    private void signal(boolean stop) {
        lock.lock();
        try {
            stopped |= stop;
            generation++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until something changed since {@code seen}, or the time is over; true when it changed. */
    private boolean await(int seen, long millis) {
        lock.lock();
        try {
            long nanos = millis == Long.MAX_VALUE ? Long.MAX_VALUE : TimeUnit.MILLISECONDS.toNanos(millis);
            while (generation == seen && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            return generation != seen;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        } finally {
            lock.unlock();
        }
    }

    private int generation() {
        lock.lock();
        try {
            return generation;
        } finally {
            lock.unlock();
        }
    }

    private boolean isStopped() {
        lock.lock();
        try {
            return stopped;
        } finally {
            lock.unlock();
        }
    }
}
