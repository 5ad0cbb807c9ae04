package org.quantplatform.api.searches;

/**
 * How much of the best trial luck explains. Sharpe ratios are annualised.
 *
 * @param sharpeRatio of the trial that is judged; of the joined test windows in a walk-forward search
 * @param trials of this search that ran through
 * @param countedTrials every trial and backtest that anybody ran on these instruments so far, as the platform's ledger has
 *     counted them; what the deflated ratio goes by
 * @param effectiveTrials how many independent trials this search's correlated ones stand for
 * @param expectedMaximumSharpe what the best of {@code countedTrials} would show without any skill
 * @param probabilisticSharpeRatio probability that the true ratio is above 0
 * @param deflatedSharpeRatio probability that it is above {@code expectedMaximumSharpe}
 * @param deflatedByEffectiveTrials the same, had only the effective trials been run
 * @param minimumTrackRecord number of returns needed to say with 95 % confidence that the true ratio is above 0
 * @param overfitProbability by combinatorially symmetric cross-validation; NaN with fewer than two trials, under 20 returns,
 *     and in a walk-forward search, whose trials do not share their days
 * @param blocks into which time was cut for that; 0 when it was not
 * @param degradation slope of the chosen trials' ratios outside over inside
 * @param lossProbability that the trial chosen inside loses outside
 */
public record Robustness(
        double sharpeRatio,
        int trials,
        long countedTrials,
        double effectiveTrials,
        double expectedMaximumSharpe,
        double probabilisticSharpeRatio,
        double deflatedSharpeRatio,
        double deflatedByEffectiveTrials,
        double minimumTrackRecord,
        double overfitProbability,
        int blocks,
        double degradation,
        double lossProbability) {}
