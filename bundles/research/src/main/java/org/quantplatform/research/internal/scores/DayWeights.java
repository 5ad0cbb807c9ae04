package org.quantplatform.research.internal.scores;

import java.util.Arrays;
import java.util.List;
import org.quantplatform.api.strategies.FactorCombination;
import org.quantplatform.engine.analysis.DailyFigures;
import org.quantplatform.engine.analysis.FactorSample;
import org.quantplatform.engine.analysis.FactorSample.Membership;
import org.quantplatform.engine.analysis.FactorSample.Window;
import org.quantplatform.engine.analysis.LearntWeights;
import org.quantplatform.model.Panel;
import org.quantplatform.model.ScoreMatrix;

/** By which weights several factors are added up on a day, from what was known by its close. */
@FunctionalInterface
public interface DayWeights {

    /** One weight per factor. */
    double[] on(int day);

    /**
     * From where weights are learnt.
     *
     * @param prices adjusted as the scores' prices were
     * @param firstDay index of the first day that is asked for, inclusive, as {@code lastDay}
     */
    record Past(List<ScoreMatrix> factors, Panel prices, Membership universe, int firstDay, int lastDay) {}

    /**
     * @param how with every default filled in
     * @param given one weight per factor, used when {@code how} says so
     */
    static DayWeights of(FactorCombination how, double[] given, Past past) {
        return switch (how.method()) {
            case GIVEN -> day -> given;
            case EQUAL -> equal(given.length);
            case IC -> learnt(LearntWeights.Method.IC, how, past);
            case INVERSE_VOLATILITY -> learnt(LearntWeights.Method.INVERSE_VOLATILITY, how, past);
            case MAX_ICIR -> learnt(LearntWeights.Method.MAX_ICIR, how, past);
        };
    }

    private static DayWeights equal(int factors) {
        double[] weights = new double[factors];
        Arrays.fill(weights, 1.0 / factors);
        return day -> weights;
    }

    private static DayWeights learnt(LearntWeights.Method method, FactorCombination how, Past past) {
        int horizon = how.horizon();
        int first = Math.max(0, past.firstDay() - horizon - how.window() + 1);
        Window window = new Window(first, past.lastDay(), new int[] {horizon}, 2, Double.POSITIVE_INFINITY);
        double[][] figures = past.factors().stream()
                .map(factor -> FactorSample.of(factor, past.prices(), past.universe(), window))
                .map(sample -> method == LearntWeights.Method.INVERSE_VOLATILITY
                        ? DailyFigures.factorReturns(sample, 0)
                        : DailyFigures.rankIc(sample, 0))
                .toArray(double[][]::new);
        return new LearntWeights(method, figures, horizon, how.window(), how.minDays())::on;
    }
}
