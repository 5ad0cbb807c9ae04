package org.quantplatform.market.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.quantplatform.api.data.Upload;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps uploads, readable by nobody else, until their import has ended. A folder is complete from the moment it has its
 * name: it is filled aside and renamed. Its key is drawn before the import has an id, because the import's job may start
 * at once when it is stored; the id is written into the folder afterwards, for the sweep.
 */
final class Spool {

    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);
    private static final FileAttribute<?> ONLY_OWNER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final Duration STRAY = Duration.ofHours(6);
    private static final String OWNER = "import";

    private final Path root;

    Spool(Path root) throws IOException {
        this.root = root;
        Files.createDirectories(root);
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
    }

    /** Copies the uploads and returns the key under which they are kept. */
    String stage(List<Upload> uploads) throws IOException {
        String key = UUID.randomUUID().toString();
        Path aside = Files.createDirectory(root.resolve(key + ".part"), ONLY_OWNER);
        try {
            for (int i = 0; i < uploads.size(); i++) {
                Files.copy(uploads.get(i).content(), aside.resolve(Integer.toString(i)));
            }
            Files.move(aside, root.resolve(key), StandardCopyOption.ATOMIC_MOVE);
            return key;
        } catch (IOException e) {
            delete(aside);
            throw e;
        }
    }

    /** Tells which import the files belong to. */
    void claim(String key, String importId) throws IOException {
        Files.write(root.resolve(key).resolve(OWNER), importId.getBytes(StandardCharsets.UTF_8));
    }

    Path file(String key, int index) {
        return root.resolve(key).resolve(Integer.toString(index));
    }

    void remove(String key) {
        delete(root.resolve(key));
    }

    /** Deletes the files of ended imports, and what a server that died left behind. */
    void sweep(Predicate<String> ended) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(root)) {
            for (Path folder : folders) {
                if (abandoned(folder, ended)) {
                    delete(folder);
                }
            }
        } catch (IOException e) {
            LOG.warn("The folder of uploads cannot be swept: {}", e.toString());
        }
    }

    private static boolean abandoned(Path folder, Predicate<String> ended) throws IOException {
        Path owner = folder.resolve(OWNER);
        if (Files.exists(owner)) {
            return ended.test(Files.readString(owner));
        }
        FileTime modified = Files.getLastModifiedTime(folder);
        return modified.toInstant().isBefore(Instant.now().minus(STRAY));
    }

    private static void delete(Path folder) {
        try {
            List<Path> files = new ArrayList<>();
            if (Files.isDirectory(folder)) {
                try (DirectoryStream<Path> content = Files.newDirectoryStream(folder)) {
                    content.forEach(files::add);
                }
            }
            files.add(folder);
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.warn("Uploads of an import cannot be deleted: {}", e.toString());
        }
    }
}
