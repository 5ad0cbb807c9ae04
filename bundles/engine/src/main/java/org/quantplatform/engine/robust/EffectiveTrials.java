package org.quantplatform.engine.robust;

/** How many independent trials a number of correlated ones stand for. */
public final class EffectiveTrials {

    private EffectiveTrials() {}

    /**
     * {@code ρ + (1 − ρ) M} with the mean correlation ρ between trials, taken as 0 when it is negative; 1 to {@code M}.
     * Source: Bailey and López de Prado, The Deflated Sharpe Ratio, 2014, appendix 3. Trials that do not vary have no
     * correlation and are left out; 0 when none is left.
     *
     * @param trials returns of each trial over the same periods, none NaN
     */
    public static double of(double[][] trials) {
        int varying = 0;
        double[] sum = new double[trials.length == 0 ? 0 : trials[0].length];
        for (double[] returns : trials) {
            varying += addStandardised(returns, sum) ? 1 : 0;
        }
        if (varying < 2) {
            return varying;
        }
        double square = 0;
        for (double each : sum) {
            square += each * each;
        }
        double mean = (square - varying) / ((double) varying * (varying - 1));
        double correlation = Math.min(1, Math.max(0, mean));
        return correlation + (1 - correlation) * varying;
    }

    /** Adds the returns less their mean, scaled to a length of 1; false when they do not vary. */
    private static boolean addStandardised(double[] returns, double[] sum) {
        double mean = 0;
        for (double each : returns) {
            mean += each / returns.length;
        }
        double square = 0;
        double raw = 0;
        for (double each : returns) {
            square += (each - mean) * (each - mean);
            raw += each * each;
        }
        if (!(square > 1e-24 * raw)) {
            return false;
        }
        double scale = 1 / Math.sqrt(square);
        for (int i = 0; i < returns.length; i++) {
            sum[i] += (returns[i] - mean) * scale;
        }
        return true;
    }
}
