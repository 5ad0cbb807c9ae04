package org.quantplatform.embeddeddb.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.tukaani.xz.XZInputStream;

/** The server's programs, unpacked once per version. */
final class PostgresBinaries {

    private PostgresBinaries() {}

    /** The folder with {@code bin}, {@code lib} and {@code share}, unpacked from our own jar when it is not there yet. */
    static Path unpack(Path parent, String version) throws IOException {
        Path folder = parent.resolve("binaries-" + version);
        if (Files.isDirectory(folder)) {
            return folder;
        }
        String name = archiveName(System.getProperty("os.name"), System.getProperty("os.arch"));
        Path aside = parent.resolve("binaries-" + version + ".new");
        PrivateFiles.deleteTree(aside);
        PrivateFiles.createFolder(aside);
        try (InputStream packed = PostgresBinaries.class.getResourceAsStream("/postgres/" + name)) {
            if (packed == null) {
                throw new RefusedException("This distribution carries no PostgreSQL for this system (" + name
                        + "); configure an external database in etc/org.ops4j.datasource-quant.cfg.");
            }
            unpack(packed, aside);
        }
        Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
        return folder;
    }

    static String archiveName(String osName, String osArch) {
        String os = osName.toLowerCase(Locale.ROOT);
        boolean arm = osArch.equals("aarch64") || osArch.equals("arm64");
        return "postgres-" + (os.startsWith("mac") ? "darwin" : os) + "-" + (arm ? "arm_64" : "x86_64") + ".txz";
    }

    static void unpack(InputStream packed, Path folder) throws IOException {
        TarReader tar = new TarReader(new XZInputStream(new BufferedInputStream(packed)));
        for (TarReader.Entry entry = tar.next(); entry != null; entry = tar.next()) {
            Path target = folder.resolve(entry.name()).normalize();
            if (!target.startsWith(folder)) {
                throw new IOException("Archive entry leads out of its folder: " + entry.name());
            }
            write(tar, entry, target);
        }
    }

    private static void write(TarReader tar, TarReader.Entry entry, Path target) throws IOException {
        if (entry.type() == '5') {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.type() == '2') {
            Files.createSymbolicLink(target, Path.of(entry.link()));
            return;
        }
        Files.write(target, tar.content(entry));
        boolean executable = (entry.mode() & 0100) != 0;
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
