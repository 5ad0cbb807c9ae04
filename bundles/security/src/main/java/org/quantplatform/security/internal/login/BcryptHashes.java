package org.quantplatform.security.internal.login;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import org.apache.shiro.crypto.hash.AbstractCryptHash;
import org.apache.shiro.crypto.hash.HashRequest;
import org.apache.shiro.crypto.hash.HashSpi;
import org.apache.shiro.crypto.support.hashes.bcrypt.BCryptProvider;
import org.apache.shiro.lang.util.ByteSource;

/** Hashes of passwords by bcrypt; equal texts in different Unicode forms are the same password. */
final class BcryptHashes implements PasswordHashes {

    /** bcrypt reads no further. */
    static final int LONGEST_BYTES = 72;

    static final int LOWEST_COST = 12;
    private static final int HIGHEST_COST = 20;
    private static final int SALT_BYTES = 16;

    private final HashSpi bcrypt = new BCryptProvider();
    private final SecureRandom random = new SecureRandom();
    private final int cost;

    /** @param cost doublings of the work; brought into 12 to 20 */
    BcryptHashes(int cost) {
        this.cost = Math.min(Math.max(cost, LOWEST_COST), HIGHEST_COST);
    }

    /** @param password at most 72 bytes */
    @Override
    public String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        HashRequest request = new HashRequest.Builder()
                .setSource(ByteSource.Util.bytes(bytes(password)))
                .addParameter(
                        BCryptProvider.Parameters.PARAMETER_SALT,
                        Base64.getEncoder().encodeToString(salt))
                .addParameter(BCryptProvider.Parameters.PARAMETER_COST, String.valueOf(cost))
                .build();
        AbstractCryptHash hash =
                (AbstractCryptHash) bcrypt.newHashFactory(random).generate(request);
        return hash.formatToCryptString();
    }

    /** False for a password that is too long, without less work than for another. */
    @Override
    public boolean matches(String hash, String password) {
        byte[] given = bytes(password);
        boolean fits = given.length <= LONGEST_BYTES;
        return bcrypt.fromString(hash).matchesPassword(ByteSource.Util.bytes(fits ? given : new byte[1])) && fits;
    }

    static byte[] bytes(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
    }
}
