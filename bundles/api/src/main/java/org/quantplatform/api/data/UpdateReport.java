package org.quantplatform.api.data;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.jobs.JobStatus;
import org.quantplatform.model.Market;

/**
 * The accounting of an update, exact at every moment: what a source delivered for a chunk of instruments is stored in one
 * transaction with its counts. {@code received = stored + unchanged + revised + refused}; flagged rows are among the stored,
 * unchanged and revised ones.
 *
 * @param timeframe of its bars, {@code 1d} or {@code 1m}
 * @param instruments how many are asked for
 * @param chunks parts in which they are asked for; a correction of the oldest day asked for adds one that reads the whole
 *     history of its instruments again
 * @param requested sessions asked for, over all instruments, in chunks that are done or failed
 * @param absent of these, the ones of which no bar is stored
 * @param surplus rows that came without having been asked for; not received
 * @param reasons number of refused and flagged rows by reason
 * @param failures number of parts in which a source failed, by source; another one may have delivered them
 * @param snapshot id of the data's state with all that it brought; null until it has ended, and when nothing changed
 * @param waitsFor another update with whose end panels show it, since they would show half of that update now; null when they do
 */
public record UpdateReport(
        String updateId,
        JobStatus status,
        int progress,
        Market market,
        UpdateMode mode,
        String timeframe,
        List<String> sources,
        long instruments,
        long chunks,
        long chunksDone,
        long chunksFailed,
        long requested,
        long received,
        long stored,
        long unchanged,
        long revised,
        long flagged,
        long refused,
        long surplus,
        long absent,
        long actions,
        Map<String, Long> reasons,
        Map<String, Long> failures,
        @Nullable String snapshot,
        @Nullable String waitsFor,
        @Nullable String error,
        Instant createdAt,
        @Nullable Instant finishedAt) {}
