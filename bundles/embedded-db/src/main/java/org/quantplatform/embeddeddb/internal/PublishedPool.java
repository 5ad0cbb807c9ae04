package org.quantplatform.embeddeddb.internal;

import java.io.Closeable;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Properties;
import javax.sql.DataSource;
import org.ops4j.pax.jdbc.pool.common.PooledDataSourceFactory;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.jdbc.DataSourceFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connection pool as an OSGi service, from publication to withdrawal. */
final class PublishedPool {

    private static final Logger LOG = LoggerFactory.getLogger(PublishedPool.class);

    private final DataSource pool;
    private final ServiceRegistration<DataSource> registration;

    private PublishedPool(DataSource pool, ServiceRegistration<DataSource> registration) {
        this.pool = pool;
        this.registration = registration;
    }

    static PublishedPool publish(
            BundleContext context, PooledDataSourceFactory pools, DataSourceFactory driver, DatabaseAddress address)
            throws SQLException {
        Properties properties = new Properties();
        properties.putAll(address.pool());
        properties.setProperty("hikari.poolName", "quant");
        properties.setProperty(DataSourceFactory.JDBC_URL, address.url());
        properties.setProperty(DataSourceFactory.JDBC_USER, address.user());
        properties.setProperty(DataSourceFactory.JDBC_PASSWORD, address.password());
        DataSource pool = pools.create(driver, properties);

        Dictionary<String, Object> described = new Hashtable<>();
        described.put("dataSourceName", "quant");
        described.put("quant.database", address.kind());
        LOG.info("Database ready: {}", address);
        return new PublishedPool(pool, context.registerService(DataSource.class, pool, described));
    }

    void close() {
        try {
            registration.unregister();
        } catch (IllegalStateException e) {
            LOG.debug("The framework withdrew the data source first", e);
        }
        if (pool instanceof Closeable closeable) {
            try {
                closeable.close();
            } catch (IOException e) {
                LOG.warn("The connection pool did not close: {}", e.getMessage());
            }
        }
    }
}
