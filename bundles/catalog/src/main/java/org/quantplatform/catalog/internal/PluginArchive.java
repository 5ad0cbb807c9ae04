package org.quantplatform.catalog.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import org.quantplatform.core.digest.Sha256;

/** Keeps jars under the SHA-256 of their bytes; nothing is ever removed, since old runs cite them. */
final class PluginArchive {

    private final Path folder;

    PluginArchive(Path folder) {
        this.folder = folder;
    }

    /** Makes a stream anew each time. */
    @FunctionalInterface
    interface Content {
        InputStream open() throws IOException;
    }

    /** Keeps the bytes and answers with their digest, 64 lower-case hexadecimal digits. */
    String keep(Content content) throws IOException {
        Files.createDirectories(folder);
        Path aside = Files.createTempFile(folder, "incoming", ".part");
        try {
            String sha256 = copy(content, aside);
            Path kept = path(sha256);
            if (!Files.exists(kept)) {
                Files.move(aside, kept, StandardCopyOption.ATOMIC_MOVE);
            }
            return sha256;
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    /** The bytes of this digest; empty when they are not here, or are no longer what they were. */
    Optional<byte[]> find(String sha256) throws IOException {
        if (!sha256.matches("[0-9a-f]{64}") || !Files.isRegularFile(path(sha256))) {
            return Optional.empty();
        }
        byte[] bytes = Files.readAllBytes(path(sha256));
        return HexFormat.of().formatHex(Sha256.digest().digest(bytes)).equals(sha256)
                ? Optional.of(bytes)
                : Optional.empty();
    }

    static String sha256(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private Path path(String sha256) {
        return folder.resolve(sha256 + ".jar");
    }

    private static String copy(Content content, Path target) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = new DigestInputStream(content.open(), digest)) {
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
