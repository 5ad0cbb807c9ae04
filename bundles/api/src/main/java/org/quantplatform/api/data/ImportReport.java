package org.quantplatform.api.data;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.jobs.JobStatus;

/**
 * The accounting of an import's bars and items of the accounts: {@code received = stored + unchanged + revised +
 * refused}; flagged rows are among the stored, unchanged and revised ones.
 *
 * @param stored rows that are new
 * @param unchanged rows that were stored before with the same values
 * @param revised rows whose values changed; the old ones are kept
 * @param flagged rows with a good close but missing, zero-volume or inconsistent other values
 * @param refused rows that were not stored
 * @param fundamentals how many of the rows that were not refused are items of the accounts
 * @param reasons number of rows by reason, flags and refusals together
 * @param details one entry per refused or flagged row, in order of line, at most 1000
 * @param snapshot id of the data's state after the import; null until completed
 * @param waitsFor the update with whose end panels show it, since they would show half of that update now; null when they do
 */
public record ImportReport(
        String importId,
        JobStatus status,
        int progress,
        String source,
        long received,
        long stored,
        long unchanged,
        long revised,
        long flagged,
        long refused,
        long instruments,
        long actions,
        long fundamentals,
        Map<String, Long> reasons,
        List<Detail> details,
        boolean detailsTruncated,
        @Nullable String snapshot,
        @Nullable String waitsFor,
        @Nullable String error,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    /**
     * Why a row was refused or flagged.
     *
     * @param line in its file, 0 when there is no file
     * @param outcome {@code refused} or {@code flagged}
     */
    public record Detail(String file, long line, String ticker, String date, String outcome, String reason) {}
}
