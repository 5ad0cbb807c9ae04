package org.quantplatform.catalog.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Classes of an archived jar. A package that its manifest imports comes from the framework, so that the plug-in meets the
 * platform's own types; everything else comes from the jar itself.
 */
final class ArchivedClasses extends ClassLoader {

    private static final String CLASS = ".class";
    private static final long MAX_BYTES = 512L << 20;

    private final Map<String, byte[]> entries = new HashMap<>();
    private final Set<String> imports = new HashSet<>();
    private final ImportedClasses imported;

    /** Finds a class in a package that somebody in the framework exports. */
    @FunctionalInterface
    interface ImportedClasses {
        Class<?> load(String packageName, String className) throws ClassNotFoundException;
    }

    ArchivedClasses(byte[] jar, ImportedClasses imported) throws IOException {
        super("archived plug-in", ClassLoader.getPlatformClassLoader());
        this.imported = imported;
        unpack(jar);
        byte[] manifest = entries.get("META-INF/MANIFEST.MF");
        if (manifest == null) {
            return;
        }
        Manifest headers = new Manifest(new ByteArrayInputStream(manifest));
        imports.addAll(Headers.paths(headers.getMainAttributes().getValue("Import-Package")));
        for (String nested : Headers.paths(headers.getMainAttributes().getValue("Bundle-ClassPath"))) {
            byte[] inner = entries.get(nested);
            if (inner != null) {
                unpack(inner);
            }
        }
    }

    /** Bytes by name of entry; entries of nested jars included. */
    Map<String, byte[]> entries() {
        return entries;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            String packageName = packageOf(name);
            if (imports.contains(packageName)) {
                return imported.load(packageName, name);
            }
            byte[] code = entries.get(name.replace('.', '/') + CLASS);
            return code == null ? super.loadClass(name, resolve) : defineClass(name, code, 0, code.length);
        }
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        byte[] entry = entries.get(name);
        return entry == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(entry);
    }

    private static String packageOf(String className) {
        return className.substring(0, Math.max(0, className.lastIndexOf('.')));
    }

    /** What stands first on the class path wins. */
    private void unpack(byte[] jar) throws IOException {
        long total = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    byte[] bytes = zip.readNBytes((int) (MAX_BYTES - total));
                    total += bytes.length;
                    if (total >= MAX_BYTES) {
                        throw new IOException("unpacks to more than " + (MAX_BYTES >> 20) + " MB");
                    }
                    entries.putIfAbsent(entry.getName(), bytes);
                }
            }
        }
    }
}
