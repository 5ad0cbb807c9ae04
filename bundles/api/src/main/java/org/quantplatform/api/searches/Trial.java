package org.quantplatform.api.searches;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.backtests.BacktestSummary;

/**
 * One run of a search.
 *
 * @param number from 1, in order of the combinations: the last path of the space changes first
 * @param window of a walk-forward search, from 1; 0 otherwise
 * @param part which part of the window it ran in
 * @param values by path of the space
 * @param objective NaN where it has no meaning or the trial failed
 * @param summary null when the trial failed
 * @param error why it failed
 */
public record Trial(
        int number,
        int window,
        Part part,
        Map<String, Object> values,
        double objective,
        @Nullable BacktestSummary summary,
        @Nullable String error) {

    /** What a trial was run for. */
    public enum Part {
        WHOLE,
        TRAIN,
        TEST
    }
}
