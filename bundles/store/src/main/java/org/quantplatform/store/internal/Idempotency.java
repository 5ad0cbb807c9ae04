package org.quantplatform.store.internal;

import java.sql.SQLException;
import java.util.Optional;
import org.quantplatform.core.data.ImportStore.Claim;
import org.quantplatform.core.digest.Sha256;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;
import org.quantplatform.store.internal.sql.Session;

/** Remembers for a day what a caller's key has made, so that a repeated request makes nothing new. */
public final class Idempotency {

    private static final int MAX_KEY = 255;
    private static final String LIFETIME = "interval '24 hours'";

    private Idempotency() {}

    /** Whose key, and what for. */
    public record Use(long owner, String scope, Optional<String> key, String request) {

        public Use {
            key.ifPresent(Idempotency::checkKey);
        }

        public static Use of(long owner, String scope, Optional<Claim> claim) {
            return new Use(
                    owner,
                    scope,
                    claim.map(Claim::key),
                    claim.map(Claim::content).orElse(""));
        }
    }

    /**
     * What the key made before; else notes that it makes {@code result} in this transaction. Waits while another
     * transaction uses the same key.
     *
     * @throws QuantException {@code CONFLICT} when the key was used with another request
     */
    public static Optional<String> claim(Session session, Use use, String result) throws SQLException {
        if (use.key().isEmpty()) {
            return Optional.empty();
        }
        String hash = Sha256.hex(use.request());
        session.update("delete from idempotency_keys where created_at < now() - " + LIFETIME);
        int added = session.update(
                """
                insert into idempotency_keys (owner_id, scope, key, request_hash, result_id) values (?, ?, ?, ?, ?)
                on conflict do nothing""",
                use.owner(),
                use.scope(),
                use.key().get(),
                hash,
                result);
        return added == 1 ? Optional.empty() : Optional.of(earlier(session, use, hash));
    }

    /** Frees the keys that made this. */
    public static void forget(Session session, long owner, String scope, String result) throws SQLException {
        session.update(
                "delete from idempotency_keys where owner_id = ? and scope = ? and result_id = ?",
                owner,
                scope,
                result);
    }

    private static String earlier(Session session, Use use, String hash) throws SQLException {
        record Earlier(String hash, String result) {}
        Earlier earlier = session.first(
                        """
                        select request_hash, result_id from idempotency_keys
                        where owner_id = ? and scope = ? and key = ?""",
                        row -> new Earlier(row.getString("request_hash"), row.getString("result_id")),
                        use.owner(),
                        use.scope(),
                        use.key().orElseThrow())
                .orElseThrow(() -> QuantException.of(ErrorCode.CONFLICT, "the idempotency key has just been freed"));
        if (!earlier.hash().equals(hash)) {
            throw QuantException.of(ErrorCode.CONFLICT, "the idempotency key was used with another request");
        }
        return earlier.result();
    }

    private static void checkKey(String key) {
        if (key.isBlank() || key.length() > MAX_KEY) {
            throw QuantException.invalid("Idempotency-Key", "must have 1 to " + MAX_KEY + " characters");
        }
    }
}
