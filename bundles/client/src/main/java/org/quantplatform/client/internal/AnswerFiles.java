package org.quantplatform.client.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Answers with a tag, in files that only the user can read, so that the server need not send again what has not changed.
 * Whatever cannot be read or written there is done without.
 */
final class AnswerFiles {

    private static final int LARGEST = 8 << 20;
    private static final long LIMIT = 64L << 20;
    private static final int FORM = 1;

    private final Path folder;

    /** An answer as it was. */
    record Kept(String etag, String contentType, byte[] body) {}

    /** @param folder of one server and one user */
    AnswerFiles(Path folder) {
        this.folder = folder;
    }

    Optional<Kept> find(String path) {
        Path file = file(path);
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            // two paths may have one digest only by intent, and then the server's tag tells them apart
            if (in.readInt() != FORM || !in.readUTF().equals(path)) {
                return Optional.empty();
            }
            Kept kept = new Kept(in.readUTF(), in.readUTF(), in.readNBytes(in.readInt()));
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return Optional.of(kept);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    void put(String path, Kept answer) {
        if (answer.body().length > LARGEST || path.length() > 2000) {
            return;
        }
        try {
            makeFolder();
            write(path, answer);
            makeRoom();
        } catch (IOException e) {
            // a full disk must not keep the user from the answer
            return;
        }
    }

    private void makeFolder() throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder.getParent());
            Files.setPosixFilePermissions(folder.getParent(), PosixFilePermissions.fromString("rwx------"));
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    private void write(String path, Kept answer) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(answer.body().length + 200);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(FORM);
            out.writeUTF(path);
            out.writeUTF(answer.etag());
            out.writeUTF(answer.contentType());
            out.writeInt(answer.body().length);
            out.write(answer.body());
        }
        Path file = file(path);
        Path aside = file.resolveSibling(file.getFileName() + "."
                + ProcessHandle.current().pid() + "." + Thread.currentThread().getId());
        var onlyUser = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.deleteIfExists(aside);
        try (var channel = Files.newByteChannel(
                aside, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), onlyUser)) {
            channel.write(java.nio.ByteBuffer.wrap(bytes.toByteArray()));
        }
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void makeRoom() throws IOException {
        List<Path> latestFirst;
        try (Stream<Path> files = Files.list(folder)) {
            latestFirst = files.sorted(Comparator.comparingLong(
                                    (Path file) -> file.toFile().lastModified())
                            .reversed())
                    .toList();
        }
        long size = 0;
        for (Path file : latestFirst) {
            size += size(file);
            if (size > LIMIT) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static long size(Path file) throws IOException {
        try {
            return Files.size(file);
        } catch (NoSuchFileException e) {
            return 0;
        }
    }

    private Path file(String path) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(path.getBytes(StandardCharsets.UTF_8));
            return folder.resolve(HexFormat.of().formatHex(hash, 0, 20));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
