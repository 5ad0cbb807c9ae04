package org.quantplatform.security.internal.secret;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;

/** Where the key of the secrets comes from: the environment, or else a file that only the server's owner can read. */
final class MasterKey {

    /** A key of 64 hexadecimal digits, or a passphrase. */
    static final String VARIABLE = "QUANT_SECRET_KEY";

    private static final int BYTES = 32;
    private static final int SHORTEST_PASSPHRASE = 16;
    private static final int ROUNDS = 600_000;
    private static final Set<PosixFilePermission> OWNER =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Path file;
    private final @Nullable String given;

    /** @param given key or passphrase from the environment; null when the file is to be used */
    MasterKey(Path file, @Nullable String given) {
        this.file = file;
        this.given = given == null || given.isBlank() ? null : given.strip();
    }

    /**
     * A key of 256 bits; makes the file when it is needed and not there.
     *
     * @throws QuantException {@code UNAVAILABLE} saying what is wrong with the file or the passphrase
     */
    byte[] derive(byte[] salt) {
        try {
            String text = given == null ? fromFile() : given;
            if (text.matches("[0-9a-fA-F]{" + 2 * BYTES + "}")) {
                return hmac(HexFormat.of().parseHex(text), salt);
            }
            if (given == null) {
                throw unavailable(file + " must hold " + 2 * BYTES + " hexadecimal digits", null);
            }
            if (text.length() < SHORTEST_PASSPHRASE) {
                throw unavailable(VARIABLE + " must have at least " + SHORTEST_PASSPHRASE + " characters", null);
            }
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(text.toCharArray(), salt, ROUNDS, 8 * BYTES))
                    .getEncoded();
        } catch (IOException e) {
            throw unavailable("the key of the secrets cannot be read from " + file, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tells keys apart without telling them. */
    static byte[] digest(byte[] key) {
        try {
            return hmac(key, "key of the secrets".getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String fromFile() throws IOException {
        if (!Files.exists(file)) {
            make();
        }
        Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(file));
        permissions.removeAll(OWNER);
        if (!permissions.isEmpty()) {
            throw unavailable("others than its owner may use " + file + "; chmod 600 it", null);
        }
        return Files.readString(file, StandardCharsets.US_ASCII).strip();
    }

    private void make() throws IOException {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.DSYNC);
        var onlyOwner = PosixFilePermissions.asFileAttribute(OWNER);
        try (var channel = Files.newByteChannel(file, options, onlyOwner)) {
            channel.write(StandardCharsets.US_ASCII.encode(HexFormat.of().formatHex(key) + "\n"));
        } catch (FileAlreadyExistsException e) {
            // somebody else was first, whose key counts
        }
    }

    private static byte[] hmac(byte[] key, byte[] text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text);
    }

    private static QuantException unavailable(String message, @Nullable Exception cause) {
        return cause == null
                ? QuantException.of(ErrorCode.UNAVAILABLE, message)
                : QuantException.of(ErrorCode.UNAVAILABLE, message, cause);
    }
}
