package org.quantplatform.catalog.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.quantplatform.catalog.internal.BundleWatch.Suspect;

/** Finds out why a jar in the deploy folder was not installed. */
final class JarInspection {

    private static final String UNKNOWN_VERSION = "0.0.0";

    private JarInspection() {}

    static Suspect inspect(Path jar) {
        String name = jar.getFileName().toString();
        try (JarFile file = new JarFile(jar.toFile(), false)) {
            Manifest manifest = file.getManifest();
            if (manifest == null) {
                return unknown(jar, "has no manifest (META-INF/MANIFEST.MF)");
            }
            Attributes headers = manifest.getMainAttributes();
            String symbolicName = headers.getValue(Constants.BUNDLE_SYMBOLICNAME);
            if (symbolicName == null) {
                return unknown(jar, "its manifest has no Bundle-SymbolicName, so that it is no OSGi bundle");
            }
            String version = headers.getValue(Constants.BUNDLE_VERSION);
            return new Suspect(
                    name,
                    Headers.paths(symbolicName).stream().findFirst().orElse(name),
                    version == null ? UNKNOWN_VERSION : version,
                    digest(jar),
                    wrongHeader(version));
        } catch (ZipException e) {
            return unknown(jar, "is not a readable jar: " + e.getMessage());
        } catch (IOException e) {
            return unknown(jar, "its manifest cannot be read: " + e.getMessage());
        }
    }

    /** Empty when the file cannot be read. */
    static String digest(Path jar) {
        try {
            return PluginArchive.sha256(jar);
        } catch (IOException e) {
            return "";
        }
    }

    private static String wrongHeader(@Nullable String version) {
        try {
            Version.parseVersion(version == null ? UNKNOWN_VERSION : version.strip());
            return "was not taken by the server; a header of its manifest may be wrong, the log says which";
        } catch (IllegalArgumentException e) {
            return "its Bundle-Version is wrong: " + e.getMessage();
        }
    }

    private static Suspect unknown(Path jar, String reason) {
        String name = jar.getFileName().toString();
        return new Suspect(name, name, UNKNOWN_VERSION, digest(jar), reason);
    }
}
