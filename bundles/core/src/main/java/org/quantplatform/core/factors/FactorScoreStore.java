package org.quantplatform.core.factors;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.factors.DayScores;
import org.quantplatform.api.factors.ScoreRequest;
import org.quantplatform.api.factors.ScoreSet;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.model.Market;
import org.quantplatform.model.PluginPin;
import org.quantplatform.model.ScoreMatrix;

/** Factor scores, durable. A set is known by its owner, factor and request; computing it again replaces what it holds. */
public interface FactorScoreStore {

    /**
     * Stores the set, or takes up the one of the same request, with its queued job of kind {@code factor-scores} in one
     * transaction, with {@code QuantJson.write(scores)} as the job's request.
     *
     * @return id of the set; with an idempotency key that the caller has used before, of the earlier one, and nothing is
     *     queued
     * @throws org.quantplatform.model.QuantException {@code CONFLICT} while the set is being computed, or when the key was
     *     used with another request
     */
    String create(Caller caller, NewScores scores, Optional<String> idempotencyKey);

    /** Status, progress and error are the latest job's. */
    Optional<ScoreSet> get(long ownerId, String id);

    /** Latest first. */
    Page<ScoreSet> list(long ownerId, String factor, PageRequest page);

    /**
     * Id of the set that was computed last.
     *
     * @param market null for any
     */
    Optional<String> latest(long ownerId, String factor, @Nullable Market market);

    /**
     * Scores of the last day not after {@code date}; empty when there is no such day.
     *
     * @param date null for the latest day
     */
    Optional<DayScores> read(String id, @Nullable LocalDate date);

    /** Replaces what the set of this job holds, in one transaction; no effect when another job has taken the set over. */
    void save(String jobId, Computed computed);

    /** @throws org.quantplatform.model.QuantException {@code CONFLICT} while the set is being computed */
    void delete(long ownerId, String id);

    /** Sets that are kept up to date and older than the latest change of their market, whose job has ended. */
    List<Due> due();

    /** Queues a job for a set that is still due; false when it is no longer. */
    boolean queueAgain(Due set, NewScores scores);

    /**
     * Scores to be computed.
     *
     * @param name of the factor as its owner calls it: its id, or that of a stored expression
     * @param request with every default filled in
     * @param factor code that will compute
     * @param snapshot id of the import as of which data is read
     */
    record NewScores(String name, ScoreRequest request, PluginPin factor, long snapshot) {}

    /**
     * A set to be computed again.
     *
     * @param before the latest computation, whose request has every default filled in
     */
    record Due(String id, long ownerId, NewScores before) {}

    /**
     * Scores that were computed.
     *
     * @param codeSha256 digest of the bundle whose code computed
     * @param snapshot id of the import as of which data was read
     * @param dataDigest of the panel
     * @param epochDays of each day of {@code scores}
     * @param tickers of each asset of {@code scores}
     * @param firstDay index of the first day to be stored, inclusive, as {@code lastDay}
     */
    record Computed(
            String codeSha256,
            long snapshot,
            String dataDigest,
            Market market,
            int[] epochDays,
            List<String> tickers,
            ScoreMatrix scores,
            int firstDay,
            int lastDay) {}
}
