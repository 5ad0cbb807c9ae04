package org.quantplatform.store.internal.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.quantplatform.core.digest.Sha256;

/**
 * The rule that joins records: the hash of a record is the SHA-256 of the hash before it and of its own fields, each
 * written as {@code <bytes>:<text>,}, an absent one as {@code -,}. What stands in the first place of all follows 32 zeros.
 */
final class Chain {

    private static final int HASH_BYTES = 32;

    private Chain() {}

    static byte[] beginning() {
        return new byte[HASH_BYTES];
    }

    static byte[] hash(byte[] previous, long id, Deed deed) {
        MessageDigest digest = Sha256.digest();
        digest.update(previous);
        add(digest, String.valueOf(id));
        add(digest, String.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, deed.timestamp())));
        add(digest, String.valueOf(deed.userId()));
        add(digest, deed.username());
        add(digest, deed.action());
        add(digest, deed.resource());
        add(digest, deed.status());
        add(digest, deed.address());
        add(digest, String.valueOf(deed.count()));
        return digest.digest();
    }

    private static void add(MessageDigest digest, @Nullable String field) {
        if (field == null) {
            digest.update(new byte[] {'-', ','});
            return;
        }
        byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
        digest.update((byte) ',');
    }
}
