package org.quantplatform.engine.expression;

import java.util.Arrays;
import org.quantplatform.engine.kernel.Gapped;

/** Time operators that are made of others. */
final class Shifts {

    /** Weight of what an exponential mean has not seen of the days before its declared history. */
    private static final double FORGOTTEN = 1e-6;

    private Shifts() {}

    static void ref(double[] in, int days, double[] out) {
        int known = Math.min(days, in.length);
        Arrays.fill(out, 0, known, Double.NaN);
        System.arraycopy(in, 0, out, known, in.length - known);
    }

    static void delta(double[] in, int days, double[] out) {
        ref(in, days, out);
        Cells.subtract(in, out, out);
    }

    static void change(double[] in, int days, double[] out) {
        ref(in, days, out);
        for (int t = 0; t < out.length; t++) {
            double change = in[t] / out[t] - 1;
            out[t] = change + (change - change);
        }
    }

    static void zScore(double[] in, int days, double[] out) {
        double[] means = new double[in.length];
        Gapped.mean(in, days, means);
        Gapped.standardDeviation(in, days, out);
        for (int t = 0; t < out.length; t++) {
            out[t] = out[t] > 0 ? (in[t] - means[t]) / out[t] : Double.NaN;
        }
    }

    static int reachOfEma(int span) {
        return span == 1 ? 0 : (int) Math.ceil(Math.log(FORGOTTEN) / Math.log(1 - 2.0 / (span + 1)));
    }
}
