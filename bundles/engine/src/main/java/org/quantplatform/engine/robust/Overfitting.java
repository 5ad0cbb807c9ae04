package org.quantplatform.engine.robust;

import java.util.Arrays;

/**
 * Probability that choosing the best of many trials overfits, by combinatorially symmetric cross-validation. Time is cut
 * into {@code S} blocks; for every choice of half of them, the trial with the best Sharpe ratio there is ranked among all by
 * its Sharpe ratio in the other half. Source: Bailey, Borwein, López de Prado and Zhu, The Probability of Backtest
 * Overfitting, Journal of Computational Finance, 2016 (2015 as a preprint), section 3.
 *
 * @param probability share of the splits whose chosen trial is at or below the middle of the others, 0 to 1
 * @param degradation slope of a straight line through the chosen trials' Sharpe ratios, outside over inside; negative when
 *     the better inside is the worse outside
 * @param intercept of the same line
 * @param lossProbability share of the splits whose chosen trial has a negative Sharpe ratio outside
 * @param logits {@code ln(ω / (1 − ω))} of each split, ω the chosen trial's rank outside over the number of trials plus
 *     one, in increasing order
 */
public record Overfitting(
        double probability, double degradation, double intercept, double lossProbability, double[] logits) {

    /** Splits grow as S over S/2; 20 gives 184,756. */
    public static final int MOST_BLOCKS = 20;

    /**
     * Splits in which no trial varies are left out; when none is left, or there are fewer than two trials, everything is
     * NaN. A trial that does not vary in a half is never chosen there, and ranks lowest. Equal ratios share their mean rank;
     * of equal best ones the first is chosen.
     *
     * @param trials returns of each trial over the same periods, not annualised, none NaN
     * @param blocks even, 2 to {@link #MOST_BLOCKS}, at most half of the number of periods
     */
    public static Overfitting of(double[][] trials, int blocks) {
        check(trials, blocks);
        if (trials.length < 2) {
            return none();
        }
        Splits splits = new Splits(new BlockSums(trials, blocks), trials.length, blocks);
        return splits.count() == 0 ? none() : splits.summary();
    }

    private static void check(double[][] trials, int blocks) {
        if (blocks < 2 || blocks > MOST_BLOCKS || blocks % 2 != 0) {
            throw new IllegalArgumentException("blocks must be even, 2 to " + MOST_BLOCKS + ", was " + blocks);
        }
        for (double[] returns : trials) {
            if (returns.length != trials[0].length || returns.length < 2 * blocks) {
                throw new IllegalArgumentException("each trial must have the same number of returns, at least "
                        + 2 * blocks + ", one has " + returns.length);
            }
        }
    }

    private static Overfitting none() {
        return new Overfitting(Double.NaN, Double.NaN, Double.NaN, Double.NaN, new double[0]);
    }

    /** Every way to choose half of the blocks, and what its best trial does in the other half. */
    private static final class Splits {

        private final BlockSums sums;
        private final int trials;
        private final double[] inside;
        private final double[] outside;
        private final double[] logits;
        private int count;

        Splits(BlockSums sums, int trials, int blocks) {
            this.sums = sums;
            this.trials = trials;
            int all = (1 << blocks) - 1;
            int most = choices(blocks);
            this.inside = new double[most];
            this.outside = new double[most];
            this.logits = new double[most];
            for (int chosen = 0; chosen <= all; chosen++) {
                if (Integer.bitCount(chosen) == blocks / 2) {
                    judge(chosen, all ^ chosen);
                }
            }
        }

        int count() {
            return count;
        }

        private static int choices(int blocks) {
            long ways = 1;
            for (int i = 1; i <= blocks / 2; i++) {
                ways = ways * (blocks / 2 + i) / i;
            }
            return Math.toIntExact(ways);
        }

        private void judge(int train, int test) {
            int best = -1;
            double highest = Double.NaN;
            for (int trial = 0; trial < trials; trial++) {
                double sharpe = sums.sharpe(trial, train);
                if (sharpe > highest || best < 0 && !Double.isNaN(sharpe)) {
                    best = trial;
                    highest = sharpe;
                }
            }
            if (best < 0) {
                return;
            }
            double own = sums.sharpe(best, test);
            double rank = rank(own, test) / (trials + 1.0);
            inside[count] = highest;
            outside[count] = Double.isNaN(own) ? 0 : own;
            logits[count] = StrictMath.log(rank / (1 - rank));
            count++;
        }

        /** From 1 for the lowest. */
        private double rank(double own, int test) {
            int below = 0;
            int same = 0;
            for (int trial = 0; trial < trials; trial++) {
                int order = order(sums.sharpe(trial, test), own);
                below += order < 0 ? 1 : 0;
                same += order == 0 ? 1 : 0;
            }
            return below + (same + 1) / 2.0;
        }

        private static int order(double a, double b) {
            if (Double.isNaN(a) || Double.isNaN(b)) {
                return Boolean.compare(!Double.isNaN(a), !Double.isNaN(b));
            }
            return a < b ? -1 : a > b ? 1 : 0;
        }

        Overfitting summary() {
            int low = 0;
            int losses = 0;
            for (int i = 0; i < count; i++) {
                low += logits[i] <= 0 ? 1 : 0;
                losses += outside[i] < 0 ? 1 : 0;
            }
            double slope = slope();
            double intercept = mean(outside) - slope * mean(inside);
            double[] sorted = Arrays.copyOf(logits, count);
            Arrays.sort(sorted);
            return new Overfitting((double) low / count, slope, intercept, (double) losses / count, sorted);
        }

        private double slope() {
            double x = mean(inside);
            double y = mean(outside);
            double products = 0;
            double squares = 0;
            for (int i = 0; i < count; i++) {
                products += (inside[i] - x) * (outside[i] - y);
                squares += (inside[i] - x) * (inside[i] - x);
            }
            return squares == 0 ? Double.NaN : products / squares;
        }

        private double mean(double[] values) {
            double sum = 0;
            for (int i = 0; i < count; i++) {
                sum += values[i];
            }
            return sum / count;
        }
    }
}
