package org.quantplatform.api.factors;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.jobs.JobStatus;

/**
 * Stored scores of a factor. Computing the same request again replaces them and keeps the id.
 *
 * @param status of the latest computation; the scores of the one before stay readable until it has completed
 * @param progress percent, 0 to 100
 * @param jobId of the latest computation
 * @param request with every default filled in
 * @param stored what is readable now; null until a computation has completed
 * @param error null unless the latest computation failed
 * @param links by name: {@code self}, {@code scores}
 */
public record ScoreSet(
        String scoresId,
        String factor,
        JobStatus status,
        int progress,
        String jobId,
        ScoreRequest request,
        @Nullable Stored stored,
        @Nullable String error,
        Map<String, String> links,
        Instant createdAt) {

    /**
     * What a computation left.
     *
     * @param codeSha256 digest of the bundle whose code computed
     * @param dataSnapshot id of the import after which the data was read
     * @param dataDigest SHA-256 over the prices, corporate actions and items that the factor could read
     * @param days with scores, from {@code firstDate} to {@code lastDate}
     * @param values scores other than NaN
     */
    public record Stored(
            String codeSha256,
            String dataSnapshot,
            String dataDigest,
            LocalDate firstDate,
            LocalDate lastDate,
            int days,
            int assets,
            long values,
            Instant computedAt) {}
}
