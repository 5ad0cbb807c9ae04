package org.quantplatform.assembly.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Enumeration;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * A source of the product in the hot-deploy folder of a running server, under another name and with settings of its own, so
 * that it stands beside the one that came along.
 */
final class DroppedSource {

    private static final Duration ARRIVAL = Duration.ofSeconds(60);

    private final QuantServer server;
    private final String id;
    private final Path jar;
    private final Path settings;

    private DroppedSource(QuantServer server, String id, Path jar, Path settings) {
        this.server = server;
        this.id = id;
        this.jar = jar;
        this.settings = settings;
    }

    /**
     * Returns once the source is offered as {@code <kind>-dropped}.
     *
     * @param folder for the jar
     * @param settings the text of its settings file
     */
    static DroppedSource drop(QuantServer server, Path folder, String kind, String settings) throws Exception {
        String name = "quant-source-" + kind;
        Path original = server.home().resolve("system/org/quantplatform/" + name + "/0.1.0/" + name + "-0.1.0.jar");
        Path file = server.home().resolve("etc/org.quantplatform.source." + kind + "copy-dropped.cfg");
        DroppedSource source = new DroppedSource(server, kind + "-dropped", renamed(original, folder, kind), file);
        Files.writeString(file, settings);
        server.deploy(source.jar);
        Deadline.await(source.id + " is offered", ARRIVAL, source::offered);
        return source;
    }

    String id() {
        return id;
    }

    /** Returns once it is no longer offered. */
    void takeAway() throws Exception {
        server.undeploy(jar);
        Files.deleteIfExists(settings);
        Deadline.await(id + " is gone", ARRIVAL, () -> !offered());
    }

    private boolean offered() throws Exception {
        for (JsonNode plugin :
                Documents.get(server, "/api/v1/plugins?limit=200").get("plugins")) {
            if (plugin.get("id").asText().equals(id)) {
                return plugin.get("status").asText().equals("active");
            }
        }
        return false;
    }

    private static Path renamed(Path original, Path folder, String kind) throws Exception {
        Path copy = folder.resolve("source-" + kind + "copy.jar");
        String name = "org.quantplatform.source." + kind;
        try (JarFile in = new JarFile(original.toFile());
                OutputStream file = Files.newOutputStream(copy)) {
            Manifest manifest = new Manifest(in.getManifest());
            manifest.getMainAttributes().put(new Attributes.Name("Bundle-SymbolicName"), name + "copy");
            try (JarOutputStream out = new JarOutputStream(file, manifest)) {
                for (Enumeration<JarEntry> entries = in.entries(); entries.hasMoreElements(); ) {
                    JarEntry entry = entries.nextElement();
                    if (!entry.isDirectory() && !entry.getName().equals(JarFile.MANIFEST_NAME)) {
                        out.putNextEntry(new JarEntry(entry.getName()));
                        out.write(content(in, entry, name));
                        out.closeEntry();
                    }
                }
            }
        }
        return copy;
    }

    private static byte[] content(JarFile jar, JarEntry entry, String name) throws Exception {
        try (InputStream stream = jar.getInputStream(entry)) {
            byte[] bytes = stream.readAllBytes();
            if (!entry.getName().startsWith("OSGI-INF/org.quantplatform")) {
                return bytes;
            }
            return new String(bytes, StandardCharsets.UTF_8)
                    .replace("\"" + name + "\"", "\"" + name + "copy\"")
                    .getBytes(StandardCharsets.UTF_8);
        }
    }
}
