package org.quantplatform.factor.technical;

import org.quantplatform.engine.kernel.Rolling;

/** Bands around prices. */
final class Channels {

    private Channels() {}

    /** Highest value of the last {@code bars}. */
    static double[] highest(double[] in, int bars) {
        double[] out = new double[in.length];
        Rolling.max(in, bars, out);
        return out;
    }

    /** Lowest value of the last {@code bars}. */
    static double[] lowest(double[] in, int bars) {
        double[] out = new double[in.length];
        Rolling.min(in, bars, out);
        return out;
    }

    /** Where a value lies between two others: 0 at {@code low}, 1 at {@code high}; NaN when these are equal. */
    static double[] position(double[] values, double[] low, double[] high) {
        double[] out = new double[values.length];
        for (int t = 0; t < out.length; t++) {
            out[t] = (values[t] - low[t]) / (high[t] - low[t]);
        }
        return out;
    }

    /** Of the population (ddof 0), as Bollinger's bands are drawn. */
    static double[] deviation(double[] in, int bars) {
        double[] out = new double[in.length];
        Rolling.standardDeviation(in, bars, out);
        double scale = Math.sqrt((bars - 1.0) / bars);
        for (int t = 0; t < out.length; t++) {
            out[t] *= scale;
        }
        return out;
    }

    /** Wilder's: the largest of the bar's range and its distances from the close before; the range on the first bar. */
    static double[] trueRange(Bars bars) {
        double[] out = new double[bars.size()];
        for (int t = 0; t < out.length; t++) {
            out[t] = bars.high()[t] - bars.low()[t];
            if (t > 0) {
                double before = bars.close()[t - 1];
                out[t] =
                        Math.max(out[t], Math.max(Math.abs(bars.high()[t] - before), Math.abs(bars.low()[t] - before)));
            }
        }
        return out;
    }

    /** Wilder's average of the true range. */
    static double[] averageTrueRange(Bars bars, int length) {
        return Averages.wilder(trueRange(bars), length);
    }
}
