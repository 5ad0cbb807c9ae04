package org.quantplatform.api.factors;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.quantplatform.api.Access;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.Permission;

/**
 * The factors that are there, and the caller's stored scores of them. An unknown factor or set, or another owner's, is
 * refused {@code NOT_FOUND}.
 */
@ProviderType
public interface Factors {

    /** In order of id. */
    @Access(Permission.FACTOR_READ)
    Page<FactorInfo> list(PageRequest page);

    @Access(Permission.FACTOR_READ)
    FactorInfo get(String factor);

    /**
     * Queues a computation and returns at once. Refuses {@code INVALID_REQUEST} with every wrong field, {@code NO_DATA} when
     * the request cannot be served, {@code CONFLICT} while the same scores are being computed, {@code QUOTA_EXCEEDED} when
     * the queue is full.
     *
     * @param idempotencyKey a second call with the same key and request answers with what the first one made
     */
    @Access(value = Permission.FACTOR_RUN, audit = "factor.compute")
    ScoreSet compute(String factor, ScoreRequest request, Optional<String> idempotencyKey);

    /** Latest first. */
    @Access(Permission.FACTOR_READ)
    Page<ScoreSet> scoreSets(String factor, PageRequest page);

    @Access(Permission.FACTOR_READ)
    ScoreSet scoreSet(String factor, String scoresId);

    /** Refuses {@code NOT_FOUND} when nothing is stored, {@code INVALID_REQUEST} for a date before the first. */
    @Access(Permission.FACTOR_READ)
    DayScores scores(String factor, ScoreQuery query);

    /** Refuses {@code CONFLICT} while they are being computed. */
    @Access(value = Permission.FACTOR_RUN, audit = "factor.scores.delete")
    void deleteScores(String factor, String scoresId);
}
