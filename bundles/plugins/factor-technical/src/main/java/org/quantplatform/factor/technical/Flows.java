package org.quantplatform.factor.technical;

/** Indicators of prices and volume together. */
final class Flows {

    private Flows() {}

    /** Granville's on-balance volume: the volume of rising closes less that of falling ones, from 0 on the first bar. */
    static double[] onBalanceVolume(Bars bars) {
        double[] out = new double[bars.size()];
        for (int t = 1; t < out.length; t++) {
            out[t] = out[t - 1] + Math.signum(bars.close()[t] - bars.close()[t - 1]) * bars.volume()[t];
        }
        return out;
    }

    /** Typical prices weighed by volume; NaN when nothing traded. */
    static double[] volumeWeightedPrice(Bars bars, int length) {
        return quotient(
                Averages.sums(product(bars.typicalPrices(), bars.volume()), length),
                Averages.sums(bars.volume(), length));
    }

    /**
     * Quong and Soudack's: of the money that moved, per cent on bars whose typical price rose; NaN when none moved. The
     * first bar has no direction.
     */
    static double[] moneyFlowIndex(Bars bars, int length) {
        double[] typical = bars.typicalPrices();
        double[] money = product(typical, bars.volume());
        double[] rising = new double[money.length];
        double[] moving = new double[money.length];
        for (int t = 0; t < money.length; t++) {
            double change = t == 0 ? Double.NaN : typical[t] - typical[t - 1];
            rising[t] = change > 0 ? 100 * money[t] : 0 * change;
            moving[t] = change == 0 ? 0 : money[t] + 0 * change;
        }
        return quotient(Averages.sums(rising, length), Averages.sums(moving, length));
    }

    /** Chaikin's: volume weighed by where the close lies in the bar's range, -1 at the low to 1 at the high. */
    static double[] chaikinMoneyFlow(Bars bars, int length) {
        double[] weighed = new double[bars.size()];
        for (int t = 0; t < weighed.length; t++) {
            double range = bars.high()[t] - bars.low()[t];
            double place = (2 * bars.close()[t] - bars.low()[t] - bars.high()[t]) / range;
            weighed[t] = range == 0 ? 0 : place * bars.volume()[t];
        }
        return quotient(Averages.sums(weighed, length), Averages.sums(bars.volume(), length));
    }

    static double[] quotient(double[] above, double[] below) {
        double[] out = new double[above.length];
        for (int t = 0; t < out.length; t++) {
            out[t] = above[t] / below[t];
        }
        return out;
    }

    private static double[] product(double[] a, double[] b) {
        double[] out = new double[a.length];
        for (int t = 0; t < out.length; t++) {
            out[t] = a[t] * b[t];
        }
        return out;
    }
}
