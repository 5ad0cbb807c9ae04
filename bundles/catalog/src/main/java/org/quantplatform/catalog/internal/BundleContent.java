package org.quantplatform.catalog.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bytes of an installed bundle. The framework's own copy is what runs, so it comes first: the file at the bundle's
 * location may have been replaced since. Last comes a jar made anew from the bundle's entries, which always works.
 */
final class BundleContent {

    private static final Logger LOG = LoggerFactory.getLogger(BundleContent.class);
    private static final String REFERENCE = "reference:";

    private BundleContent() {}

    static InputStream open(BundleContext context, Bundle bundle) throws IOException {
        Optional<Path> copy = frameworkCopy(context, bundle);
        if (copy.isPresent()) {
            return Files.newInputStream(copy.get());
        }
        String location = bundle.getLocation();
        String address = location.startsWith(REFERENCE) ? location.substring(REFERENCE.length()) : location;
        try {
            return URI.create(address).toURL().openStream();
        } catch (IOException | IllegalArgumentException e) {
            LOG.debug("Bundle {} cannot be read at its location; its entries are packed anew", bundle, e);
            return new ByteArrayInputStream(packed(bundle));
        }
    }

    /** Felix keeps {@code bundle<id>/version<n>.<m>/bundle.jar} beside our own data folder. */
    static Optional<Path> frameworkCopy(BundleContext context, Bundle bundle) {
        File data = context.getDataFile("");
        if (data == null || data.getParentFile() == null || data.getParentFile().getParentFile() == null) {
            return Optional.empty();
        }
        Path home = data.getParentFile().getParentFile().toPath().resolve("bundle" + bundle.getBundleId());
        if (!Files.isDirectory(home)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(home)) {
            return versions.filter(version -> version.getFileName().toString().matches("version[0-9]+\\.[0-9]+"))
                    .max(Comparator.comparing(version -> Version.parseVersion(
                            version.getFileName().toString().substring(7))))
                    .map(version -> version.resolve("bundle.jar"))
                    .filter(Files::isRegularFile);
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("The framework's copy of {} cannot be listed", bundle, e);
            return Optional.empty();
        }
    }

    private static byte[] packed(Bundle bundle) throws IOException {
        TreeMap<String, URL> entries = new TreeMap<>();
        Enumeration<URL> found = bundle.findEntries("/", "*", true);
        while (found != null && found.hasMoreElements()) {
            URL entry = found.nextElement();
            if (!entry.getPath().endsWith("/")) {
                entries.put(entry.getPath().substring(1), entry);
            }
        }
        if (entries.isEmpty()) {
            throw new IOException(bundle + " has no content");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, URL> entry : entries.entrySet()) {
                ZipEntry header = new ZipEntry(entry.getKey());
                // fixed, so that the same entries have the same digest
                header.setTimeLocal(LocalDateTime.of(2000, 1, 1, 0, 0));
                zip.putNextEntry(header);
                try (InputStream in = entry.getValue().openStream()) {
                    in.transferTo(zip);
                }
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
