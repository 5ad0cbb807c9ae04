package org.quantplatform.core.factors;

import java.util.List;
import java.util.Optional;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.factors.AnalysisRequest;
import org.quantplatform.api.factors.FactorAnalysis;
import org.quantplatform.api.factors.FactorFigures;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.model.PluginPin;

/** Analyses of factors and their results, durable. */
public interface FactorAnalysisStore {

    /** The subject of what is about all factors together. */
    String ALL = "";

    /**
     * Stores the analysis and its queued job of kind {@code factor-analysis} in one transaction, with {@code
     * QuantJson.write(analysis)} as the job's request; with an idempotency key that the caller has used before, answers with
     * the earlier one's id and stores nothing.
     *
     * @throws org.quantplatform.model.QuantException {@code CONFLICT} when the key was used with another request
     */
    String create(Caller caller, NewAnalysis analysis, Optional<String> idempotencyKey);

    /** Status, progress, times and error are the job's. */
    Optional<FactorAnalysis> get(long ownerId, String id);

    /** Latest first, without figures. */
    Page<FactorAnalysis> list(long ownerId, PageRequest page);

    /** Replaces every result of the analysis in one transaction. */
    void saveResult(String id, Result result);

    /** A stored part, read as {@code type}. */
    <T> Optional<T> part(String id, PartKey key, Class<T> type);

    /** Removes analysis, results and job. */
    void delete(long ownerId, String id);

    /**
     * An analysis to be made.
     *
     * @param request with every default filled in
     * @param factors code that will compute, one per factor of the request
     * @param snapshot id of the import as of which data is read
     */
    record NewAnalysis(AnalysisRequest request, List<PluginPin> factors, long snapshot) {}

    /** The parts of a result. */
    enum Part {
        IC,
        QUANTILES,
        TURNOVER,
        RETURNS,
        SECTORS,
        DECAY,
        CORRELATION
    }

    /** @param subject as in the figures, or {@link #ALL} */
    record PartKey(String subject, Part part) {}

    /** @param document a record of the api */
    record PartOf(PartKey key, Object document) {}

    /**
     * Everything that an analysis found.
     *
     * @param dataDigest of the panel
     */
    record Result(String dataDigest, List<FactorFigures> subjects, List<String> warnings, List<PartOf> parts) {}
}
