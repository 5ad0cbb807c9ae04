package org.quantplatform.core.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Files that can be made again, in a folder of bounded size; the one not asked for longest goes first. A file that goes
 * while somebody reads it can be read to its end.
 */
public final class FileShelf {

    private static final String UNFINISHED = ".part";

    private final Path folder;
    private final long limit;

    /** Writes a file's content; the stream is closed for it. */
    public interface Content {
        void write(OutputStream out) throws IOException;
    }

    /** @param limit bytes; the file made last is kept even when it alone is larger */
    public FileShelf(Path folder, long limit) {
        this.folder = folder;
        this.limit = limit;
    }

    /** The file of that name, made when it is not there; one is made at a time. */
    public synchronized Path get(String name, Content content) throws IOException {
        Path file = folder.resolve(name);
        if (Files.exists(file)) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return file;
        }
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        Path unfinished = folder.resolve(name + UNFINISHED);
        try {
            try (OutputStream out = Files.newOutputStream(unfinished)) {
                content.write(out);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        makeRoom(file);
        return file;
    }

    /** Removes every file whose name begins so. */
    public synchronized void remove(String prefix) throws IOException {
        for (Path file : files()) {
            if (file.getFileName().toString().startsWith(prefix)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private void makeRoom(Path kept) throws IOException {
        long size = 0;
        List<Path> latestFirst = files().stream()
                .sorted(Comparator.comparingLong((Path file) -> file.toFile().lastModified())
                        .reversed())
                .toList();
        for (Path file : latestFirst) {
            size += size(file);
            if (size > limit && !file.equals(kept)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    private static long size(Path file) throws IOException {
        try {
            return Files.size(file);
        } catch (NoSuchFileException e) {
            return 0;
        }
    }
}
