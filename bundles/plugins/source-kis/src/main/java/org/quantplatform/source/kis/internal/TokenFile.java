package org.quantplatform.source.kis.internal;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.quantplatform.source.http.Secret;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a token over restarts, since the provider tells its owner of each new one and gives one a minute. The file is of its
 * owner alone and encrypted (AES-GCM) under a key derived from the account's secret, so that it is worth nothing without that.
 * Where files cannot be made private nothing is kept.
 */
final class TokenFile {

    private static final Logger LOG = LoggerFactory.getLogger(TokenFile.class);
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int MAX_BYTES = 16_384;

    private final Path file;
    private final SecretKeySpec key;

    TokenFile(Path folder, URI host, Account account) {
        this.file = folder.resolve("kis-" + Secret.of(host + account.digest()).digest() + ".token");
        this.key =
                new SecretKeySpec(digest("quant kis token " + account.secret().reveal()), "AES");
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Null when there is none that can be read. */
    @Nullable
    Token read() {
        try {
            if (!Files.exists(file) || Files.size(file) > MAX_BYTES) {
                return null;
            }
            byte[] bytes = Files.readAllBytes(file);
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, bytes, 0, NONCE));
            ByteBuffer plain = ByteBuffer.wrap(cipher.doFinal(bytes, NONCE, bytes.length - NONCE));
            Instant until = Instant.ofEpochSecond(plain.getLong());
            byte[] text = new byte[plain.remaining()];
            plain.get(text);
            return new Token(Secret.of(new String(text, StandardCharsets.UTF_8)), until);
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            LOG.debug("The kept token cannot be used: {}", e.getClass().getSimpleName());
            return null;
        }
    }

    /** A token that cannot be kept is asked for again after a restart. */
    void write(Token token) {
        try {
            Files.createDirectories(file.getParent());
            Path written = Files.createTempFile(
                    file.getParent(),
                    "kis",
                    ".part",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(written, sealed(token));
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | GeneralSecurityException | UnsupportedOperationException e) {
            LOG.warn("The token is not kept over a restart: {}", e.getClass().getSimpleName());
        }
    }

    private byte[] sealed(Token token) throws GeneralSecurityException {
        byte[] text = token.text().reveal().getBytes(StandardCharsets.UTF_8);
        ByteBuffer plain = ByteBuffer.allocate(Long.BYTES + text.length);
        plain.putLong(token.until().getEpochSecond()).put(text);
        byte[] nonce = new byte[NONCE];
        new SecureRandom().nextBytes(nonce);
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
        byte[] secret = cipher.doFinal(plain.array());
        byte[] all = Arrays.copyOf(nonce, NONCE + secret.length);
        System.arraycopy(secret, 0, all, NONCE, secret.length);
        return all;
    }
}
