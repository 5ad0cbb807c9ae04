package org.quantplatform.embeddeddb.internal;

import java.io.IOException;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** The database named in {@code etc/org.ops4j.datasource-quant.cfg}, if its {@code url} is filled in. */
final class ExternalDatabase {

    static final String FACTORY_PID = "org.ops4j.datasource";
    private static final String FILTER = "(&(service.factoryPid=" + FACTORY_PID + ")(dataSourceName=quant))";

    private ExternalDatabase() {}

    static Optional<DatabaseAddress> find(ConfigurationAdmin configurations, ServiceReference<?> reader)
            throws IOException {
        for (Configuration configuration : list(configurations)) {
            Optional<DatabaseAddress> address = of(configuration.getProcessedProperties(reader));
            if (address.isPresent()) {
                return address;
            }
        }
        return Optional.empty();
    }

    static Optional<DatabaseAddress> of(Dictionary<String, Object> values) {
        String url = text(values, "url");
        if (url.isBlank()) {
            return Optional.empty();
        }
        Properties pool = new Properties();
        for (String key : Collections.list(values.keys())) {
            String value = text(values, key);
            if (key.startsWith("hikari.") && !value.isBlank()) {
                pool.setProperty(key, value);
            }
        }
        return Optional.of(new DatabaseAddress(
                DatabaseAddress.EXTERNAL, url, text(values, "user"), text(values, "password"), pool));
    }

    private static Configuration[] list(ConfigurationAdmin configurations) throws IOException {
        try {
            return Objects.requireNonNullElse(configurations.listConfigurations(FILTER), new Configuration[0]);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Dictionary<String, Object> values, String key) {
        return Objects.toString(values.get(key), "").strip();
    }
}
