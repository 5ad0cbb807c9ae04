package org.quantplatform.engine.kernel;

import java.util.Arrays;
import org.quantplatform.model.ScoreMatrix;

/**
 * Transformations of one day's values across assets. An asset takes part when it is eligible and its value is not
 * NaN; all others get NaN. {@code out} may be the same array as {@code values}.
 */
public final class CrossSection {

    /** Where the combination of several factors cuts their z-scores off. */
    public static final double CUT = 3;

    private static final double ROUNDING = 1e-14;

    private CrossSection() {}

    /** Pulls values further than {@code sigmas} population standard deviations from the mean back to that distance. */
    public static void winsorise(double[] values, boolean[] eligible, double sigmas, double[] out) {
        double mean = mean(values, eligible);
        double reach = sigmas * deviation(values, eligible, mean);
        for (int i = 0; i < values.length; i++) {
            out[i] = eligible[i] ? clip(values[i], mean - reach, mean + reach) : Double.NaN;
        }
    }

    /** Distance from the mean in population standard deviations (ddof 0); all 0 when the values do not vary. */
    public static void zScore(double[] values, boolean[] eligible, double[] out) {
        double mean = mean(values, eligible);
        double deviation = deviation(values, eligible, mean);
        // equal values differ from their computed mean by rounding only, which must not be blown up to scores
        double scale = deviation > ROUNDING * Math.abs(mean) ? deviation : Double.POSITIVE_INFINITY;
        for (int i = 0; i < values.length; i++) {
            out[i] = eligible[i] ? (values[i] - mean) / scale : Double.NaN;
        }
    }

    /** 1 for the smallest; equal values share the mean of their ranks. */
    public static void rank(double[] values, boolean[] eligible, double[] out) {
        for (int i = 0; i < values.length; i++) {
            out[i] = eligible[i] ? values[i] : Double.NaN;
        }
        Ranks.average(out, out);
    }

    /** Takes off the mean. */
    public static void demean(double[] values, boolean[] eligible, double[] out) {
        double mean = mean(values, eligible);
        for (int i = 0; i < values.length; i++) {
            out[i] = eligible[i] ? values[i] - mean : Double.NaN;
        }
    }

    /**
     * Takes off the mean of each asset's group.
     *
     * @param groups one number per asset, from 0; all negative numbers are one group, that of the unknown
     */
    public static void neutralise(double[] values, boolean[] eligible, int[] groups, double[] out) {
        int highest = Arrays.stream(groups).max().orElse(-1);
        double[] sums = new double[highest + 2];
        int[] counts = new int[highest + 2];
        for (int i = 0; i < values.length; i++) {
            if (takesPart(values, eligible, i)) {
                sums[Math.max(groups[i], -1) + 1] += values[i];
                counts[Math.max(groups[i], -1) + 1]++;
            }
        }
        for (int i = 0; i < values.length; i++) {
            int group = Math.max(groups[i], -1) + 1;
            out[i] = eligible[i] ? values[i] - sums[group] / counts[group] : Double.NaN;
        }
    }

    /**
     * One score per asset from one or more factors on one day.
     *
     * <p>A single factor gives raw score × weight. Several give the weighted sum of their z-scores, each over the
     * eligible assets that have this factor, cut off at ±{@value #CUT}; an asset without one of them gets NaN.
     *
     * @param weights one per factor
     * @param eligible one per asset
     * @return a new array, NaN for assets that are not eligible
     */
    public static double[] combine(ScoreMatrix[] factors, double[] weights, int day, boolean[] eligible) {
        if (factors.length == 0 || factors.length != weights.length) {
            throw new IllegalArgumentException(factors.length + " factors with " + weights.length + " weights");
        }
        double[] combined = new double[eligible.length];
        double[] scores = new double[eligible.length];
        for (int factor = 0; factor < factors.length; factor++) {
            for (int asset = 0; asset < scores.length; asset++) {
                scores[asset] = eligible[asset] ? factors[factor].get(asset, day) : Double.NaN;
            }
            if (factors.length > 1) {
                zScore(scores, eligible, scores);
            }
            double cut = factors.length > 1 ? CUT : Double.POSITIVE_INFINITY;
            for (int asset = 0; asset < scores.length; asset++) {
                combined[asset] += weights[factor] * clip(scores[asset], -cut, cut);
            }
        }
        return combined;
    }

    private static boolean takesPart(double[] values, boolean[] eligible, int i) {
        return eligible[i] && !Double.isNaN(values[i]);
    }

    private static double mean(double[] values, boolean[] eligible) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (takesPart(values, eligible, i)) {
                sum += values[i];
                count++;
            }
        }
        return sum / count;
    }

    private static double deviation(double[] values, boolean[] eligible, double mean) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (takesPart(values, eligible, i)) {
                sum += (values[i] - mean) * (values[i] - mean);
                count++;
            }
        }
        return Math.sqrt(sum / count);
    }

    private static double clip(double value, double low, double high) {
        return Math.min(Math.max(value, low), high);
    }
}
