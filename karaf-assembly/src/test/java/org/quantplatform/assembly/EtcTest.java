package org.quantplatform.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Every setting in {@code etc/} exists in the code with the same default, and the other way round. */
class EtcTest {

    private static final String OURS = "org.quantplatform.";
    private static final Pattern SETTING = Pattern.compile("^([A-Za-z0-9._-]+)\\s*=\\s*(.*)$");
    private static final Pattern FROM_ENVIRONMENT = Pattern.compile("^\\$\\[env:([A-Z0-9_]+);default=(.*)]$");

    @Test
    void filesAndCodeNameTheSameSettingsAndDefaults() throws Exception {
        assertThat(inFiles()).isEqualTo(inCode());
    }

    @Test
    void everySettingIsExplainedAbove() throws IOException {
        for (Path file : files()) {
            String before = "";
            for (String line : Files.readAllLines(file)) {
                if (SETTING.matcher(line).matches()) {
                    assertThat(before).as("%s: %s", file.getFileName(), line).startsWith("#");
                }
                before = line;
            }
        }
    }

    @Test
    void everySettingMayComeFromTheEnvironment() throws IOException {
        for (Path file : files()) {
            String pid = pid(file);
            settings(file).forEach((key, value) -> {
                Matcher matcher = FROM_ENVIRONMENT.matcher(value);
                assertThat(value).as("%s %s", pid, key).matches(FROM_ENVIRONMENT);
                matcher.matches();
                String name = "QUANT_" + pid.substring(OURS.length()) + "_" + key;
                assertThat(matcher.group(1)).as("%s %s", pid, key).isEqualTo(environmentName(name));
            });
        }
    }

    private static String environmentName(String name) {
        return name.toUpperCase(java.util.Locale.ROOT).replaceAll("[.-]", "_");
    }

    /** Of what may be configured several times there is a file {@code PID-main.cfg}. */
    private static Map<String, Map<String, String>> inFiles() throws IOException {
        var all = new TreeMap<String, Map<String, String>>();
        for (Path file : files()) {
            var defaults = new TreeMap<String, String>();
            settings(file).forEach((key, value) -> {
                Matcher matcher = FROM_ENVIRONMENT.matcher(value);
                defaults.put(key, matcher.matches() ? matcher.group(2) : value);
            });
            all.put(pid(file).replaceAll("-main$", ""), defaults);
        }
        return all;
    }

    private static Map<String, Map<String, String>> inCode() throws Exception {
        var all = new TreeMap<String, Map<String, String>>();
        for (Path bundle : Distribution.bundles()) {
            for (String xml : Distribution.texts(bundle, "OSGI-INF/metatype/")) {
                Document document = DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(xml)));
                NodeList designates = document.getElementsByTagName("Designate");
                for (int i = 0; i < designates.getLength(); i++) {
                    Element designate = (Element) designates.item(i);
                    String factory = designate.getAttribute("factoryPid");
                    all.put(factory.isEmpty() ? designate.getAttribute("pid") : factory, defaults(document));
                }
            }
        }
        return all;
    }

    private static Map<String, String> defaults(Document document) {
        var defaults = new TreeMap<String, String>();
        NodeList attributes = document.getElementsByTagName("AD");
        for (int i = 0; i < attributes.getLength(); i++) {
            Element attribute = (Element) attributes.item(i);
            // a comma that does not part two values is written with a backslash
            defaults.put(
                    attribute.getAttribute("id"),
                    attribute.getAttribute("default").replace("\\,", ","));
        }
        return defaults;
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Distribution.home().resolve("etc"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(OURS))
                    .sorted()
                    .toList();
        }
    }

    private static String pid(Path file) {
        return file.getFileName().toString().replaceAll("\\.cfg$", "");
    }

    private static Map<String, String> settings(Path file) throws IOException {
        var settings = new TreeMap<String, String>();
        for (String line : Files.readAllLines(file)) {
            Matcher matcher = SETTING.matcher(line);
            if (matcher.matches()) {
                settings.put(matcher.group(1), matcher.group(2));
            }
        }
        return settings;
    }
}
