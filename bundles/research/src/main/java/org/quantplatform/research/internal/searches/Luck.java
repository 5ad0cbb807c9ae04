package org.quantplatform.research.internal.searches;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.quantplatform.api.searches.Robustness;
import org.quantplatform.core.searches.SearchStore.Finished;
import org.quantplatform.engine.robust.DeflatedSharpe;
import org.quantplatform.engine.robust.EffectiveTrials;
import org.quantplatform.engine.robust.Overfitting;
import org.quantplatform.engine.robust.SharpeSample;
import org.quantplatform.engine.stats.Statistics;

/** Asks how much of what a search found is luck. */
final class Luck {

    private static final int MOST_BLOCKS = 16;
    private static final int SHORTEST_BLOCK = 10;
    private static final double CONFIDENCE = 0.95;
    private static final double YEAR = Math.sqrt(Statistics.PERIODS);

    private Luck() {}

    /**
     * Of a trial that was chosen among others over the same days.
     *
     * @param counted runs in the ledger, these trials included
     */
    static Robustness ofBest(Finished best, List<Finished> trials, long counted) {
        double[][] returns = usable(trials);
        int length = returns.length == 0 ? 0 : returns[0].length;
        int blocks = Math.min(MOST_BLOCKS, length / SHORTEST_BLOCK / 2 * 2);
        boolean judged = returns.length > 1 && blocks >= 2;
        Overfitting overfitting = judged ? Overfitting.of(returns, blocks) : Overfitting.of(new double[0][], 2);
        return robustness(
                SharpeSample.of(best.returns()),
                new Spread(returns.length, variance(returns), Math.max(1, EffectiveTrials.of(returns))),
                counted,
                overfitting,
                judged ? blocks : 0);
    }

    /**
     * Of the joined test windows of a walk-forward search.
     *
     * @param windows training trials of each
     */
    static Robustness ofTests(double[] joined, List<List<Finished>> windows, long counted) {
        int trials = 0;
        double variance = 0;
        double effective = 0;
        for (List<Finished> window : windows) {
            double[][] returns = usable(window);
            trials += returns.length;
            variance += variance(returns) / windows.size();
            effective += Math.max(1, EffectiveTrials.of(returns)) / windows.size();
        }
        return robustness(
                SharpeSample.of(joined),
                new Spread(trials, variance, effective),
                counted,
                Overfitting.of(new double[0][], 2),
                0);
    }

    /** How trials differ: number, variance of their Sharpe ratios, and how many independent ones they stand for. */
    private record Spread(int trials, double variance, double effective) {}

    private static Robustness robustness(
            SharpeSample sample, Spread spread, long counted, Overfitting overfitting, int blocks) {
        long all = Math.max(1, counted);
        return new Robustness(
                sample.sharpe() * YEAR,
                spread.trials(),
                all,
                spread.effective(),
                DeflatedSharpe.expectedMaximum(all, spread.variance()) * YEAR,
                sample.probabilityAbove(0),
                DeflatedSharpe.probability(sample, all, spread.variance()),
                DeflatedSharpe.probability(sample, spread.effective(), spread.variance()),
                sample.minimumTrackRecord(0, CONFIDENCE),
                overfitting.probability(),
                blocks,
                overfitting.degradation(),
                overfitting.lossProbability());
    }

    /** Of the trials' Sharpe ratios per bar, ddof 1; NaN with fewer than two. */
    private static double variance(double[][] trials) {
        double[] ratios = Arrays.stream(trials)
                .mapToDouble(returns -> SharpeSample.of(returns).sharpe())
                .filter(Double::isFinite)
                .toArray();
        if (ratios.length < 2) {
            return Double.NaN;
        }
        double mean = Arrays.stream(ratios).sum() / ratios.length;
        double squares = 0;
        for (double ratio : ratios) {
            squares += (ratio - mean) * (ratio - mean);
        }
        return squares / (ratios.length - 1);
    }

    /** Failed trials, and those that lost everything and have no returns any more, cannot be compared. */
    private static double[][] usable(List<Finished> trials) {
        List<double[]> usable = new ArrayList<>();
        for (Finished each : trials) {
            boolean finite = Arrays.stream(each.returns()).allMatch(Double::isFinite);
            if (each.trial().error() == null && each.returns().length > 0 && finite) {
                usable.add(each.returns());
            }
        }
        return usable.toArray(double[][]::new);
    }
}
