package org.quantplatform.api.searches;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.jobs.JobStatus;
import org.quantplatform.model.PluginPin;

/**
 * A search as it stands.
 *
 * @param progress percent, 0 to 100
 * @param request with every default filled in
 * @param plugins the code that every trial runs
 * @param dataSnapshot id of the import after which the data was read
 * @param best null until completed; the trial of the last window's choice in a walk-forward search
 * @param deflatedSharpeRatio as in {@code robustness}, NaN without
 * @param overfitProbability as in {@code robustness}, NaN without
 * @param robustness null until completed, and in a search of costs
 * @param walkForward null until completed, and in other searches
 * @param costSensitivity null until completed, and in other searches
 * @param error null unless failed
 * @param links by name: {@code self}, {@code trials}, {@code events}
 */
public record Search(
        String searchId,
        JobStatus status,
        int progress,
        String name,
        SearchKind kind,
        Objective objective,
        SearchRequest request,
        List<PluginPin> plugins,
        String dataSnapshot,
        Trials trials,
        @Nullable Trial best,
        double deflatedSharpeRatio,
        double overfitProbability,
        @Nullable Robustness robustness,
        @Nullable WalkForward walkForward,
        @Nullable CostSensitivity costSensitivity,
        List<String> warnings,
        @Nullable String error,
        Map<String, String> links,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    /**
     * How many.
     *
     * @param planned number of runs, of all windows
     * @param finished those that are stored, failed ones included
     * @param failed those that ended with an error
     * @param combinations of the whole space, before constraints
     */
    public record Trials(int planned, int finished, int failed, long combinations) {}
}
