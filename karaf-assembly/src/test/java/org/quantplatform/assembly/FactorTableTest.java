package org.quantplatform.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quantplatform.model.Field;
import org.quantplatform.spi.Param;
import org.quantplatform.spi.factor.Factor;
import org.quantplatform.testkit.Defaults;

/** The table of factors in the documents says what the bundles of the distribution say. */
class FactorTableTest {

    private static final Path TABLE = Path.of("..", "docs", "factors.md");
    private static final Pattern ID = Pattern.compile("name=\"quant.plugin.id\" type=\"String\" value=\"([^\"]+)\"");
    private static final Pattern CLASS = Pattern.compile("<implementation class=\"([^\"]+)\"");

    /** What a factor and its row have in common. */
    private record Row(String family, String id, String fields, String parameters) {

        static Row of(String family, String id, Factor<?> factor) {
            return new Row(family, id, fields(factor), parameters(factor.parameterType()));
        }

        private static <P extends Record> String fields(Factor<P> factor) {
            return factor.requires(Defaults.of(factor.parameterType())).fields().stream()
                    .map(Field::name)
                    .collect(Collectors.joining(", "));
        }

        private static String parameters(Class<? extends Record> type) {
            return Arrays.stream(type.getRecordComponents()).map(Row::parameter).collect(Collectors.joining(", "));
        }

        private static String parameter(RecordComponent component) {
            String name = component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
            return name + " " + component.getAnnotation(Param.class).value();
        }
    }

    @Test
    void namesEveryFactorWithItsFieldsAndParameters() throws Exception {
        List<Path> bundles = Distribution.bundles();
        try (URLClassLoader loader = new URLClassLoader(
                bundles.stream().map(FactorTableTest::url).toArray(URL[]::new),
                getClass().getClassLoader())) {
            List<Row> offered = bundles.stream()
                    .filter(bundle -> Distribution.nameOf(bundle).startsWith("factor-"))
                    .flatMap(bundle -> factors(bundle, loader))
                    .toList();
            List<Row> told = told();
            List<String> families = told.stream().map(Row::family).distinct().toList();
            assertThat(told)
                    .containsExactlyInAnyOrderElementsOf(offered.stream()
                            .filter(row -> families.contains(row.family()))
                            .toList());
            assertThat(told).hasSizeGreaterThan(50);
        }
    }

    private static Stream<Row> factors(Path bundle, ClassLoader loader) {
        String family = Distribution.nameOf(bundle).substring("factor-".length());
        return Distribution.texts(bundle, "OSGI-INF/").stream()
                .map(component -> Row.of(family, found(ID, component), factor(found(CLASS, component), loader)));
    }

    private static Factor<?> factor(String name, ClassLoader loader) {
        try {
            return (Factor<?>) loader.loadClass(name).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(name, e);
        }
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
        return matcher.group(1);
    }

    /** Rows begin with an id in back quotes: id, family, formula, fields, parameters, and more. */
    private static List<Row> told() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|"))
                .map(cells -> new Row(plain(cells[2]), plain(cells[1]), plain(cells[4]), plain(cells[5])))
                .toList();
    }

    private static String plain(String cell) {
        return cell.replace("`", "").strip();
    }

    private static URL url(Path bundle) {
        try {
            return bundle.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
