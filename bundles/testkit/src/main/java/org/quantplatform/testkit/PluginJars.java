package org.quantplatform.testkit;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.quantplatform.model.Panel;
import org.quantplatform.spi.factor.Factor;

/**
 * Compiles small factor plug-ins into jars, good ones and bad ones, to try how the platform takes them. Needs a JDK. The
 * same arguments give the same bytes.
 */
public final class PluginJars {

    private static final String IMPORTS = Stream.of("model", "spi", "spi.factor")
            .map(name -> "org.quantplatform." + name + ";version=\"[1.0,2)\"")
            .collect(Collectors.joining(","));

    private final Path folder;

    /** @param folder into which the jars are written; made when it is not there */
    public PluginJars(Path folder) {
        this.folder = folder;
    }

    /**
     * What a jar is made of.
     *
     * @param id of the factor; the jar is {@code <id>-<version>.jar}, the bundle {@code org.example.<id>}
     * @param score Java expression for {@code score(Cell cell, Params p)}, where {@code p.days()} is a parameter
     * @param headers of the manifest, added to the usual ones or in their place; an empty value removes one
     */
    public record Recipe(String id, String version, String score, Map<String, String> headers) {

        public Recipe {
            headers = Map.copyOf(headers);
        }

        public static Recipe of(String id, String version, String score) {
            return new Recipe(id, version, score, Map.of());
        }

        public Recipe withHeader(String name, String value) {
            Map<String, String> more = new TreeMap<>(headers);
            more.put(name, value);
            return new Recipe(id, version, score, more);
        }
    }

    /** A sound factor: minus the return over {@code days} = 5. */
    public Path good(String id, String version) {
        return write(Recipe.of(id, version, "1 - cell.today(Field.CLOSE) / cell.ago(Field.CLOSE, p.days())"));
    }

    /** Scores each day with the whole history's last close, which it reads past the cursor. */
    public Path lookAhead() {
        return writeSource(Recipe.of("bad-look-ahead", "1.0.0", ""), lookAheadSource("bad-look-ahead"));
    }

    /** Throws when it comes to a missing price. */
    public Path throwing() {
        return write(Recipe.of("bad-throwing", "1.0.0", "check(cell.today(Field.CLOSE))"));
    }

    /** Never comes back and does not listen to interrupts. */
    public Path endlessLoop() {
        return write(Recipe.of("bad-endless-loop", "1.0.0", "loop()"));
    }

    /** Its manifest is no manifest, so that nothing can install it. */
    public Path brokenManifest() {
        Recipe recipe = Recipe.of("bad-manifest", "1.0.0", "0");
        byte[] manifest = "Manifest-Version: 1.0\r\nthis line is no header\r\n".getBytes(StandardCharsets.UTF_8);
        return pack(recipe, compile(recipe, cellSource(recipe)), manifest);
    }

    /** Needs a package that nothing provides, so that it cannot be resolved. */
    public Path missingImport() {
        return write(Recipe.of("bad-import", "1.0.0", "0")
                .withHeader("Import-Package", IMPORTS + ",org.example.absent;version=\"[3.0,4)\""));
    }

    public Path write(Recipe recipe) {
        return writeSource(recipe, cellSource(recipe));
    }

    private Path writeSource(Recipe recipe, String source) {
        return pack(recipe, compile(recipe, source), manifest(recipe));
    }

    private static String packageOf(Recipe recipe) {
        return "org.example." + recipe.id().replace("-", "");
    }

    private static String cellSource(Recipe recipe) {
        return """
                package %s;
                import org.quantplatform.model.Field;
                import org.quantplatform.spi.Param;
                import org.quantplatform.spi.factor.*;
                public final class Sample extends CellFactor<Sample.Params> {
                    public record Params(@Param(value = "5", min = 1, max = 250, help = "Days") int days) {}
                    @Override public Class<Params> parameterType() { return Params.class; }
                    @Override public Requirements requires(Params p) { return Requirements.of(p.days() + 1, Field.CLOSE); }
                    @Override protected double score(Cell cell, Params p) { return %s; }
                    static double loop() { double x = 0; while (true) { x += 1; } }
                    static double check(double price) {
                        if (Double.isNaN(price)) { throw new IllegalStateException("no price"); }
                        return price;
                    }
                }
                """
                .formatted(packageOf(recipe), recipe.score());
    }

    private static String lookAheadSource(String id) {
        return """
                package %s;
                import org.quantplatform.model.Field;
                import org.quantplatform.model.ScoreMatrix;
                import org.quantplatform.spi.factor.*;
                public final class Sample implements Factor<Sample.Params> {
                    public record Params() {}
                    @Override public Class<Params> parameterType() { return Params.class; }
                    @Override public Requirements requires(Params p) { return Requirements.of(1, Field.CLOSE); }
                    @Override public void compute(FactorInput input, Params p, ScoreMatrix out) {
                        for (int asset = 0; asset < input.assets(); asset++) {
                            double[] closes = input.history(asset, Field.CLOSE);
                            for (int day = 0; day < closes.length - 1; day++) {
                                out.set(asset, day, closes[day + 1] / closes[day] - 1);
                            }
                        }
                    }
                }
                """
                .formatted(packageOf(Recipe.of(id, "1.0.0", "")));
    }

    private static Map<String, byte[]> compile(Recipe recipe, String source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IllegalStateException("this runs on a JRE; a JDK is needed to compile plug-ins");
        }
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            Path classes = Files.createTempDirectory("plugin-classes");
            StringWriter messages = new StringWriter();
            List<String> options = List.of(
                    "-proc:none", "-parameters", "--release", "17", "-d", classes.toString(), "-cp", classPath());
            boolean done = compiler.getTask(messages, files, null, options, null, List.of(new Source(recipe, source)))
                    .call();
            if (!done) {
                throw new IllegalArgumentException("does not compile: " + messages);
            }
            return taken(classes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads all files below a folder and removes it. */
    private static Map<String, byte[]> taken(Path folder) throws IOException {
        List<Path> paths;
        try (Stream<Path> found = Files.walk(folder)) {
            paths = found.sorted().collect(Collectors.toCollection(ArrayList::new));
        }
        Map<String, byte[]> files = new TreeMap<>();
        for (Path path : paths) {
            if (Files.isRegularFile(path)) {
                files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
            }
        }
        Collections.reverse(paths);
        for (Path path : paths) {
            Files.delete(path);
        }
        return files;
    }

    /** Asked of the classes themselves, since a test runner may hide its class path in a manifest. */
    private static String classPath() {
        return Stream.of(Factor.class, Panel.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .map(location -> {
                    try {
                        return Path.of(location.toURI()).toString();
                    } catch (URISyntaxException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static byte[] manifest(Recipe recipe) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Manifest-Version", "1.0");
        headers.put("Bundle-ManifestVersion", "2");
        headers.put("Bundle-SymbolicName", packageOf(recipe));
        headers.put("Bundle-Version", recipe.version());
        headers.put("Import-Package", IMPORTS);
        headers.put(
                "Require-Capability",
                "osgi.extender;filter:=\"(&(osgi.extender=osgi.component)(version>=1.3.0)(!(version>=2.0.0)))\"");
        headers.put("Service-Component", "OSGI-INF/component.xml");
        new TreeMap<>(recipe.headers()).forEach(headers::put);
        headers.values().removeIf(String::isEmpty);
        StringBuilder text = new StringBuilder();
        headers.forEach((name, value) -> text.append(folded(name + ": " + value)));
        return text.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Lines of a manifest have 72 bytes at most. */
    private static String folded(String line) {
        StringBuilder folded = new StringBuilder();
        String rest = line;
        while (rest.length() > 70) {
            folded.append(rest, 0, 70).append("\r\n");
            rest = " " + rest.substring(70);
        }
        return folded.append(rest).append("\r\n").toString();
    }

    private static byte[] component(Recipe recipe) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="%1$s.Sample">
                  <property name="quant.plugin.id" type="String" value="%2$s"/>
                  <property name="quant.plugin.title" type="String" value="Sample %2$s"/>
                  <property name="quant.plugin.tags" type="String">sample
                test</property>
                  <service><provide interface="org.quantplatform.spi.factor.Factor"/></service>
                  <implementation class="%1$s.Sample"/>
                </scr:component>
                """
                .formatted(packageOf(recipe), recipe.id())
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Written aside and renamed, so that a watched folder never shows half a jar. */
    private Path pack(Recipe recipe, Map<String, byte[]> classes, byte[] manifest) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("META-INF/MANIFEST.MF", manifest);
        entries.put("OSGI-INF/component.xml", component(recipe));
        entries.putAll(classes);
        Path jar = folder.resolve(recipe.id() + "-" + recipe.version() + ".jar");
        try {
            Files.createDirectories(folder);
            Path aside = Files.createTempFile(folder, ".plugin", ".part");
            try (OutputStream out = Files.newOutputStream(aside);
                    ZipOutputStream zip = new ZipOutputStream(out)) {
                for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                    ZipEntry header = new ZipEntry(entry.getKey());
                    header.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
                    zip.putNextEntry(header);
                    zip.write(entry.getValue());
                    zip.closeEntry();
                }
            }
            return Files.move(aside, jar, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(Recipe recipe, String text) {
            super(URI.create("string:///" + packageOf(recipe).replace('.', '/') + "/Sample.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
