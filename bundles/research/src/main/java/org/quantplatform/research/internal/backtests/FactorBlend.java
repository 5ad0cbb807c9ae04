package org.quantplatform.research.internal.backtests;

import java.util.List;
import org.quantplatform.model.ScoreMatrix;
import org.quantplatform.research.internal.backtests.BenchmarkSeries.Window;
import org.quantplatform.research.internal.requests.BoundSpec;
import org.quantplatform.research.internal.scores.DayWeights;

/**
 * A run's factors and how they are added up.
 *
 * @param scores one matrix per factor
 */
record FactorBlend(List<ScoreMatrix> scores, DayWeights weights) {

    /** With the weights that were given with the factors. */
    static FactorBlend given(List<ScoreMatrix> scores, BoundSpec spec) {
        double[] weights = given(spec);
        return new FactorBlend(scores, day -> weights);
    }

    static FactorBlend of(List<ScoreMatrix> scores, BoundSpec spec, Stage stage, Window days) {
        if (spec.combination() == null || scores.isEmpty()) {
            return given(scores, spec);
        }
        DayWeights.Past past =
                new DayWeights.Past(scores, stage.signals(), stage.eligibility()::mask, days.first(), days.last());
        return new FactorBlend(scores, DayWeights.of(spec.combination(), given(spec), past));
    }

    private static double[] given(BoundSpec spec) {
        return spec.weights().stream().mapToDouble(Double::doubleValue).toArray();
    }
}
