package org.quantplatform.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quantplatform.spi.Param;

/** The plug-ins of one kind that the distribution carries, beside the table that a document has of them. */
final class PluginTable implements AutoCloseable {

    private static final Pattern ID = Pattern.compile("name=\"quant.plugin.id\" type=\"String\" value=\"([^\"]+)\"");
    private static final Pattern CLASS = Pattern.compile("<implementation class=\"([^\"]+)\"");

    private final String prefix;
    private final URLClassLoader loader;

    /** @param family name of its bundle without the kind */
    record Offered(String family, String id, Object plugin) {}

    /** @param prefix of the names of the kind's bundles, with its hyphen */
    PluginTable(String prefix) {
        this.prefix = prefix;
        this.loader = new URLClassLoader(
                Distribution.bundles().stream().map(PluginTable::url).toArray(URL[]::new),
                PluginTable.class.getClassLoader());
    }

    List<Offered> offered() {
        return Distribution.bundles().stream()
                .filter(bundle -> Distribution.nameOf(bundle).startsWith(prefix))
                .flatMap(this::of)
                .toList();
    }

    private Stream<Offered> of(Path bundle) {
        String family = Distribution.nameOf(bundle).substring(prefix.length());
        List<Offered> plugins = new ArrayList<>();
        for (String component : Distribution.texts(bundle, "OSGI-INF/")) {
            plugins.add(new Offered(family, found(ID, component), plugin(found(CLASS, component))));
        }
        return plugins.stream();
    }

    private Object plugin(String name) {
        try {
            return loader.loadClass(name).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(name, e);
        }
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
        return matcher.group(1);
    }

    /** Each parameter with its default. */
    static String parameters(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(PluginTable::parameter)
                .collect(Collectors.joining(", "));
    }

    private static String parameter(RecordComponent component) {
        String name = component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        return name + " " + component.getAnnotation(Param.class).value();
    }

    /** The cells of the rows of a document that begin with an id in back quotes; cell 1 is the id. */
    static List<String[]> rows(String document) throws IOException {
        return Files.readAllLines(Path.of("..", "docs", document)).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.replace("`", "").split("\\s*\\|\\s*"))
                .toList();
    }

    private static URL url(Path bundle) {
        try {
            return bundle.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
