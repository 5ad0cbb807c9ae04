package org.quantplatform.engine.analysis;

/** Correlation of two cross-sections. */
final class Correlation {

    private Correlation() {}

    /** Pearson's; NaN for fewer than two pairs or when either does not vary. */
    static double pearson(double[] a, double[] b) {
        int n = a.length;
        double meanA = mean(a);
        double meanB = mean(b);
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < n; i++) {
            double x = a[i] - meanA;
            double y = b[i] - meanB;
            ab += x * y;
            aa += x * x;
            bb += y * y;
        }
        double scale = Math.sqrt(aa) * Math.sqrt(bb);
        return scale > 0 ? Math.min(1, Math.max(-1, ab / scale)) : Double.NaN;
    }

    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
