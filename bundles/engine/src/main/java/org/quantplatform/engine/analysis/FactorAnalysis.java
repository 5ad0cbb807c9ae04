package org.quantplatform.engine.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.quantplatform.engine.analysis.HorizonFigures.QuantileReturns;

/**
 * What a sample tells about its factor. Definitions are those of alphalens, with which every figure agrees.
 *
 * @param days index in the panel of each date that counts
 * @param observations pairs of date and asset
 * @param horizons in the order of the sample
 * @param stability with one lag for each horizon
 */
public record FactorAnalysis(int[] days, long observations, List<HorizonFigures> horizons, List<Stability> stability) {

    /**
     * @param quantiles into which each date is divided, at least 2
     * @throws IllegalArgumentException for fewer
     */
    public static FactorAnalysis of(FactorSample sample, int quantiles) {
        if (quantiles < 2) {
            throw new IllegalArgumentException("quantiles must be at least 2, was " + quantiles);
        }
        DayFigures[] figures = IntStream.range(0, sample.dates())
                .parallel()
                .mapToObj(date -> DayFigures.of(sample, date, quantiles))
                .toArray(DayFigures[]::new);
        int[] horizons = sample.horizons();
        StabilityFigures stability = new StabilityFigures(sample, figures, quantiles);
        return new FactorAnalysis(
                IntStream.range(0, sample.dates()).map(sample::day).toArray(),
                sample.observations(),
                IntStream.range(0, horizons.length)
                        .mapToObj(h -> horizon(figures, h, horizons[h], quantiles))
                        .toList(),
                Arrays.stream(horizons).mapToObj(stability::at).toList());
    }

    private static HorizonFigures horizon(DayFigures[] figures, int h, int horizon, int quantiles) {
        double[] rankIc = series(figures, day -> day.rankIc[h]);
        double[] normalIc = series(figures, day -> day.normalIc[h]);
        double[] spread = series(figures, day -> day.returns[h][quantiles - 1].mean() - day.returns[h][0].mean());
        double[] factorReturns = series(figures, day -> day.factorReturn[h]);
        double[] market = series(figures, day -> day.market[h]);
        return new HorizonFigures(
                horizon,
                rankIc,
                normalIc,
                SeriesSummary.of(rankIc, horizon - 1),
                SeriesSummary.of(normalIc, horizon - 1),
                IntStream.range(0, quantiles)
                        .mapToObj(quantile -> quantile(figures, h, horizon, quantile))
                        .toList(),
                spread,
                SeriesSummary.of(spread, horizon - 1),
                factorReturns,
                SeriesSummary.of(factorReturns, horizon - 1),
                market,
                AlphaBeta.of(factorReturns, market, horizon));
    }

    private static double[] series(DayFigures[] figures, ToDoubleFunction<DayFigures> figure) {
        return Arrays.stream(figures).mapToDouble(figure).toArray();
    }

    private static QuantileReturns quantile(DayFigures[] figures, int h, int horizon, int quantile) {
        Moments all = Moments.NONE;
        double demeaned = 0;
        for (DayFigures day : figures) {
            Moments today = day.returns[h][quantile];
            all = all.plus(today);
            demeaned += today.count() == 0 ? 0 : today.count() * (today.mean() - day.market[h]);
        }
        double[] byDate = series(figures, day -> day.returns[h][quantile].mean());
        return new QuantileReturns(
                all.count(), all.mean(), all.std(), demeaned / all.count(), byDate, cumulative(byDate, horizon));
    }

    /** A date whose quantile is empty earns nothing. */
    private static double[] cumulative(double[] byDate, int horizon) {
        double[] growth = new double[1 + (byDate.length + horizon - 1) / horizon];
        growth[0] = 1;
        for (int k = 1; k < growth.length; k++) {
            double change = byDate[(k - 1) * horizon];
            growth[k] = growth[k - 1] * (1 + (Double.isNaN(change) ? 0 : change));
        }
        return growth;
    }
}
