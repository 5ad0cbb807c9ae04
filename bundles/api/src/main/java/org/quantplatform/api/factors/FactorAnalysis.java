package org.quantplatform.api.factors;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.jobs.JobStatus;
import org.quantplatform.model.PluginPin;

/**
 * An analysis as it stands. Series are asked for by subject and part.
 *
 * @param progress percent, 0 to 100
 * @param request with every default filled in
 * @param plugins whose code computed, one per factor
 * @param dataSnapshot id of the import after which the data was read
 * @param dataDigest SHA-256 over prices, corporate actions and items; null until completed
 * @param ic of the combination when there is one, else of the first factor, as the four that follow
 * @param subjects every factor in the order of the request, then the combination; empty until completed
 * @param error null unless failed
 * @param links by name: {@code self}, {@code ic}, {@code quantiles}, {@code turnover}, {@code returns}, {@code sectors},
 *     {@code decay}, {@code correlation}
 */
public record FactorAnalysis(
        String analysisId,
        JobStatus status,
        int progress,
        AnalysisRequest request,
        List<PluginPin> plugins,
        String dataSnapshot,
        @Nullable String dataDigest,
        Map<String, IcSummary> ic,
        Map<String, List<QuantileReturn>> quantileReturns,
        Map<String, ReturnSummary> spread,
        Map<String, double[]> turnover,
        Map<String, Double> rankAutocorrelation,
        List<FactorFigures> subjects,
        List<String> warnings,
        @Nullable String error,
        Map<String, String> links,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {}
