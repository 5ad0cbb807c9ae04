package org.quantplatform.engine.analysis;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.quantplatform.engine.kernel.Ranks;

/** Figures of a sample by day of its panel, for {@link LearntWeights}; NaN on days that do not count. */
public final class DailyFigures {

    private DailyFigures() {}

    /**
     * Spearman's correlation of scores and forward returns.
     *
     * @param horizon index of the sample's horizon
     */
    public static double[] rankIc(FactorSample sample, int horizon) {
        return byDay(
                sample,
                date -> Correlation.pearson(
                        Ranks.average(sample.scores(date)), Ranks.average(sample.forward(date, horizon))));
    }

    /**
     * Return of the portfolio with weights {@code (f - mean f) / sum |f - mean f|}.
     *
     * @param horizon index of the sample's horizon
     */
    public static double[] factorReturns(FactorSample sample, int horizon) {
        return byDay(
                sample,
                date -> DayFigures.product(DayFigures.weights(sample.scores(date)), sample.forward(date, horizon)));
    }

    private static double[] byDay(FactorSample sample, IntToDoubleFunction figure) {
        double[] figures = new double[sample.prices().days()];
        Arrays.fill(figures, Double.NaN);
        IntStream.range(0, sample.dates())
                .parallel()
                .forEach(date -> figures[sample.day(date)] = figure.applyAsDouble(date));
        return figures;
    }
}
