package org.quantplatform.api.audit;

import org.jspecify.annotations.Nullable;

/**
 * What came out when the log was read from its beginning.
 *
 * @param intact whether every record is as it was written and none is missing
 * @param records that were found intact
 * @param firstId place of the first one, above 1 when older ones were pruned; 0 when there is none
 * @param lastId place of the last one that is intact; 0 when there is none
 * @param lastHash its hash, 64 hexadecimal digits; with the place it is an anchor for later
 * @param broken null when the log is intact
 */
public record AuditVerification(
        boolean intact, long records, long firstId, long lastId, String lastHash, @Nullable Broken broken) {

    /**
     * The first place that is not as it was written.
     *
     * @param reason what is wrong there, in words
     */
    public record Broken(long id, String reason) {}
}
