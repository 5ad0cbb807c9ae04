package org.quantplatform.security.internal.login;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Set;

/** A secret in a file that only the server's owner can read: who knows it owns the machine. */
final class SetupToken {

    private final Path file;

    SetupToken(Path file) {
        this.file = file;
    }

    /** Keeps the token that is there, so that a restart does not take it from under somebody's hands. */
    void ensure() {
        if (Files.exists(file)) {
            return;
        }
        var onlyOwner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = Files.newByteChannel(file, options, onlyOwner)) {
            channel.write(StandardCharsets.US_ASCII.encode(Tokens.token() + "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    boolean matches(String given) {
        try {
            byte[] token =
                    Files.readString(file, StandardCharsets.US_ASCII).strip().getBytes(StandardCharsets.UTF_8);
            return token.length > 0 && MessageDigest.isEqual(token, given.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            return false;
        }
    }

    void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + file, e);
        }
    }

    Path file() {
        return file;
    }
}
