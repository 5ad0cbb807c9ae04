package org.quantplatform.market.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MarketSettingsTest {

    @Test
    void agreesWithTheFileThatIsDelivered() throws IOException {
        TreeMap<String, String> expected = new TreeMap<>();
        for (Method method : MarketSettings.class.getDeclaredMethods()) {
            String key = method.getName().replace('_', '.');
            String variable = "QUANT_MARKET_" + method.getName().toUpperCase(Locale.ROOT);
            expected.put(key, "$[env:" + variable + ";default=" + method.getDefaultValue() + "]");
        }
        Properties file = new Properties();
        try (Reader in = Files.newBufferedReader(Path.of("../../etc/org.quantplatform.market.cfg"))) {
            file.load(in);
        }
        assertThat(file).containsExactlyInAnyOrderEntriesOf(new TreeMap<Object, Object>(expected));
    }
}
