package org.quantplatform.embeddeddb.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Hashtable;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ExternalDatabaseTest {

    @Test
    void isAbsentWithoutAnAddress() {
        assertThat(ExternalDatabase.of(new Hashtable<>(Map.of("url", " ", "user", "quant"))))
                .isEmpty();
        assertThat(ExternalDatabase.of(new Hashtable<>())).isEmpty();
    }

    @Test
    void takesThePoolKeysThatHaveAValue() {
        var values = new Hashtable<String, Object>(Map.of(
                "url",
                "jdbc:postgresql://db/quant",
                "hikari.maximumPoolSize",
                "7",
                "hikari.minimumIdle",
                "",
                "pool",
                "x"));
        DatabaseAddress address = ExternalDatabase.of(values).orElseThrow();
        assertThat(address.kind()).isEqualTo("external");
        assertThat(address.pool()).isEqualTo(properties("hikari.maximumPoolSize", "7"));
    }

    @Test
    void keepsItsPasswordOutOfAnyText() {
        var address = new DatabaseAddress(
                "external", "jdbc:postgresql://db/quant?password=secret1", "quant", "secret2", new Properties());
        assertThat(address.toString()).doesNotContain("secret");
    }

    private static Properties properties(String key, String value) {
        var properties = new Properties();
        properties.setProperty(key, value);
        return properties;
    }
}
