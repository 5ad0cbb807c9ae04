package org.quantplatform.shell.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM with a key from a file beside what it encrypts, so that a copy of one file alone tells nothing; with a
 * passphrase both files tell nothing.
 */
final class FileCipher {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int ROUNDS = 600_000;
    private static final String HEAD = "quant1:";

    private final Path keyFile;
    private final String passphrase;
    private final SecureRandom random = new SecureRandom();

    /** @param passphrase empty for none */
    FileCipher(Path keyFile, String passphrase) {
        this.keyFile = keyFile;
        this.passphrase = passphrase;
    }

    static boolean isEncrypted(String text) {
        return text.startsWith(HEAD);
    }

    /** The folder of the key's file must be there. */
    String encrypt(String text) throws IOException {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] hidden = apply(Cipher.ENCRYPT_MODE, nonce, text.getBytes(StandardCharsets.UTF_8));
        byte[] whole = ByteBuffer.allocate(nonce.length + hidden.length)
                .put(nonce)
                .put(hidden)
                .array();
        return HEAD + Base64.getEncoder().encodeToString(whole);
    }

    /** @throws IOException also when the key or the passphrase is another one, or the text was changed */
    String decrypt(String text) throws IOException {
        try {
            byte[] whole = Base64.getDecoder().decode(text.strip().substring(HEAD.length()));
            if (whole.length < NONCE_BYTES) {
                throw new IOException("cut off");
            }
            byte[] nonce = java.util.Arrays.copyOf(whole, NONCE_BYTES);
            byte[] hidden = java.util.Arrays.copyOfRange(whole, NONCE_BYTES, whole.length);
            return new String(apply(Cipher.DECRYPT_MODE, nonce, hidden), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IOException("no Base64", e);
        }
    }

    private byte[] apply(int mode, byte[] nonce, byte[] content) throws IOException {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IOException("another key", e);
        }
    }

    private byte[] key() throws IOException, GeneralSecurityException {
        byte[] stored = storedKey();
        if (passphrase.isEmpty()) {
            return stored;
        }
        PBEKeySpec spec = new PBEKeySpec(passphrase.toCharArray(), stored, ROUNDS, KEY_BYTES * 8);
        return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(spec)
                .getEncoded();
    }

    private byte[] storedKey() throws IOException {
        if (!Files.exists(keyFile)) {
            makeKey();
        }
        byte[] key = Files.readAllBytes(keyFile);
        if (key.length != KEY_BYTES) {
            throw new IOException(keyFile + " holds no key");
        }
        return key;
    }

    private void makeKey() throws IOException {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        var onlyUser = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel = Files.newByteChannel(
                keyFile, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), onlyUser)) {
            channel.write(ByteBuffer.wrap(key));
        } catch (FileAlreadyExistsException e) {
            // another program was faster, and its key is the one
            return;
        }
    }
}
