package org.quantplatform.factor.technical;

/**
 * Wilder's directional movement (New Concepts in Technical Trading Systems, 1978).
 *
 * @param plus the rising part of movements in per cent of the true range
 * @param minus the falling part
 * @param strength the average directional index, 0 to 100, whichever way the trend goes
 */
record Directional(double[] plus, double[] minus, double[] strength) {

    static Directional of(Bars bars, int length) {
        int size = bars.size();
        double[] up = new double[size];
        double[] down = new double[size];
        for (int t = 1; t < size; t++) {
            double rise = bars.high()[t] - bars.high()[t - 1];
            double fall = bars.low()[t - 1] - bars.low()[t];
            up[t] = rise > fall && rise > 0 ? rise : 0;
            down[t] = fall > rise && fall > 0 ? fall : 0;
        }
        double[] range = Channels.averageTrueRange(bars, length);
        double[] plus = percent(Averages.wilder(up, length), range);
        double[] minus = percent(Averages.wilder(down, length), range);
        double[] index = new double[size];
        for (int t = 0; t < size; t++) {
            double sum = plus[t] + minus[t];
            index[t] = sum > 0 ? 100 * Math.abs(plus[t] - minus[t]) / sum : 0;
        }
        return new Directional(plus, minus, Averages.wilder(index, length));
    }

    private static double[] percent(double[] part, double[] whole) {
        double[] out = new double[part.length];
        for (int t = 0; t < out.length; t++) {
            out[t] = 100 * part[t] / whole[t];
        }
        return out;
    }
}
