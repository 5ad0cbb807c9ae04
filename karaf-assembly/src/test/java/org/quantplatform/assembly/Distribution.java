package org.quantplatform.assembly;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** The unpacked distribution as the build left it, and the platform's own bundles in it. */
final class Distribution {

    private Distribution() {}

    static Path home() {
        return Path.of(System.getProperty("quant.distribution", "target/assembly"));
    }

    /** The platform's bundles, by file name. */
    static List<Path> bundles() {
        try (Stream<Path> files = Files.walk(home().resolve("system/org/quantplatform"))) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name of a bundle's folder in the source: {@code quant-factor-momentum-0.1.0.jar} is {@code factor-momentum}. */
    static String nameOf(Path bundle) {
        return bundle.getParent().getParent().getFileName().toString().substring("quant-".length());
    }

    static Manifest manifest(Path bundle) {
        try (JarFile jar = new JarFile(bundle.toFile())) {
            return jar.getManifest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String header(Path bundle, String name) {
        String value = manifest(bundle).getMainAttributes().getValue(name);
        return value == null ? "" : value;
    }

    /** The text of each entry of the jar whose name starts with {@code prefix}. */
    static List<String> texts(Path bundle, String prefix) {
        var texts = new ArrayList<String>();
        try (JarFile jar = new JarFile(bundle.toFile())) {
            for (ZipEntry entry : jar.stream()
                    .filter(e -> e.getName().startsWith(prefix) && !e.isDirectory())
                    .toList()) {
                try (InputStream in = jar.getInputStream(entry)) {
                    texts.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    /** The package names of an {@code Import-Package} or {@code Export-Package} header. */
    static List<String> packages(String header) {
        // commas and semicolons within quotes belong to attributes
        String bare = header.replaceAll("\"[^\"]*\"", "");
        return Stream.of(bare.split(","))
                .map(clause -> clause.replaceAll(";.*", "").strip())
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
