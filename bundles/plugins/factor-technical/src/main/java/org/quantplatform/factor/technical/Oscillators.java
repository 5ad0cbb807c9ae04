package org.quantplatform.factor.technical;

/** Indicators that swing between two ends, or around zero. */
final class Oscillators {

    private Oscillators() {}

    /** Lambert's commodity channel index: the typical price's distance from its mean in 0.015 mean deviations. */
    static double[] commodityChannel(Bars bars, int length) {
        double[] typical = bars.typicalPrices();
        double[] means = Averages.simple(typical, length);
        double[] out = new double[typical.length];
        for (int t = 0; t < out.length; t++) {
            double deviation = t < length - 1 ? Double.NaN : meanDeviation(typical, t, length, means[t]);
            out[t] = (typical[t] - means[t]) / (0.015 * deviation);
        }
        return out;
    }

    private static double meanDeviation(double[] values, int last, int length, double mean) {
        double sum = 0;
        for (int i = last - length + 1; i <= last; i++) {
            sum += Math.abs(values[i] - mean);
        }
        return sum / length;
    }

    /** Lane's %K: where the close lies in the range of the last bars, 0 to 100. */
    static double[] stochastic(Bars bars, int length) {
        double[] low = Channels.lowest(bars.low(), length);
        double[] high = Channels.highest(bars.high(), length);
        double[] out = Channels.position(bars.close(), low, high);
        for (int t = 0; t < out.length; t++) {
            out[t] *= 100;
        }
        return out;
    }

    /**
     * Chande's Aroon: 100 when the extreme of the last {@code length} bars and the one before them is the latest bar, 0
     * when it is the earliest; of equal extremes the latest counts.
     *
     * @param sign 1 for the highest value, -1 for the lowest
     */
    static double[] aroon(double[] in, int length, int sign) {
        double[] out = new double[in.length];
        int extreme = 0;
        for (int t = 0; t < in.length; t++) {
            if (sign * in[t] >= sign * in[extreme]) {
                extreme = t;
            } else if (extreme < t - length) {
                extreme = latestExtreme(in, t - length, t, sign);
            }
            out[t] = t < length ? Double.NaN : 100.0 * (length - (t - extreme)) / length;
        }
        return out;
    }

    private static int latestExtreme(double[] in, int from, int to, int sign) {
        int extreme = from;
        for (int i = from; i <= to; i++) {
            extreme = sign * in[i] >= sign * in[extreme] ? i : extreme;
        }
        return extreme;
    }

    /** Hutson's: the bar's change of a threefold exponential average, in per cent. */
    static double[] trix(double[] closes, int span) {
        double[] smooth = tripleAverage(closes, span);
        double[] out = new double[smooth.length];
        for (int t = 0; t < out.length; t++) {
            out[t] = t == 0 ? Double.NaN : 100 * (smooth[t] / smooth[t - 1] - 1);
        }
        return out;
    }

    /** The average of the average of the average. */
    static double[] tripleAverage(double[] in, int span) {
        double[] once = Averages.exponential(in, span);
        return Averages.exponential(Averages.exponential(once, span), span);
    }
}
