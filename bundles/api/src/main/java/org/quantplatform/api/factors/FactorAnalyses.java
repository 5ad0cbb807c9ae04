package org.quantplatform.api.factors;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import org.quantplatform.api.Access;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.Permission;

/**
 * The caller's analyses of factors. An unknown id or subject, or another owner's, is refused {@code NOT_FOUND}; parts of one
 * that has not completed {@code CONFLICT}. A subject of null is the combination when there is one, else the first factor.
 */
@ProviderType
public interface FactorAnalyses {

    /**
     * Queues an analysis and returns at once. Refuses {@code INVALID_REQUEST} with every wrong field, {@code NO_DATA} when
     * the request cannot be served, {@code QUOTA_EXCEEDED} when the queue is full.
     *
     * @param idempotencyKey a second call with the same key and request answers with what the first one made
     */
    @Access(value = Permission.FACTOR_RUN, audit = "factor.analyze")
    FactorAnalysis analyze(AnalysisRequest request, Optional<String> idempotencyKey);

    /** Latest first, without figures. */
    @Access(Permission.FACTOR_READ)
    Page<FactorAnalysis> list(PageRequest page);

    @Access(Permission.FACTOR_READ)
    FactorAnalysis get(String id);

    @Access(Permission.FACTOR_READ)
    IcSeries ic(String id, @Nullable String subject);

    @Access(Permission.FACTOR_READ)
    QuantileSeries quantiles(String id, @Nullable String subject);

    @Access(Permission.FACTOR_READ)
    TurnoverSeries turnover(String id, @Nullable String subject);

    @Access(Permission.FACTOR_READ)
    ReturnSeries returns(String id, @Nullable String subject);

    @Access(Permission.FACTOR_READ)
    SectorTable sectors(String id, @Nullable String subject);

    @Access(Permission.FACTOR_READ)
    DecayTable decay(String id, @Nullable String subject);

    @Access(Permission.FACTOR_READ)
    FactorCorrelations correlation(String id);

    /** Refuses {@code CONFLICT} for one that has not ended. */
    @Access(value = Permission.FACTOR_RUN, audit = "factor.analysis.delete")
    void delete(String id);
}
