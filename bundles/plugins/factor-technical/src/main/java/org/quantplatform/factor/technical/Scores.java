package org.quantplatform.factor.technical;

/** Arithmetic on whole columns. */
final class Scores {

    private Scores() {}

    static double[] less(double[] in, double subtrahend) {
        double[] out = new double[in.length];
        for (int t = 0; t < out.length; t++) {
            out[t] = in[t] - subtrahend;
        }
        return out;
    }

    static double[] times(double[] in, double factor) {
        double[] out = new double[in.length];
        for (int t = 0; t < out.length; t++) {
            out[t] = in[t] * factor;
        }
        return out;
    }

    static double[] difference(double[] from, double[] subtrahend) {
        double[] out = new double[from.length];
        for (int t = 0; t < out.length; t++) {
            out[t] = from[t] - subtrahend[t];
        }
        return out;
    }
}
