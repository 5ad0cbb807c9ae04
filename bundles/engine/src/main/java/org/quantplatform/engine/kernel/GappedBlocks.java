package org.quantplatform.engine.kernel;

/** The most used sums of {@link Gapped}, by blocks as described at {@link Rolling}. */
final class GappedBlocks {

    private GappedBlocks() {}

    static void sums(double[] in, int window, double[] out, boolean mean) {
        double[] before = new double[window];
        int[] known = new int[window];
        for (int block = 0; block < in.length; block += window) {
            for (int j = 1; j < window; j++) {
                double x = j <= block ? in[block - j] : Double.NaN;
                boolean there = x == x;
                before[j] = before[j - 1] + (there ? x : 0);
                known[j] = known[j - 1] + (there ? 1 : 0);
            }
            double since = 0;
            int count = 0;
            int end = Math.min(block + window, in.length);
            for (int t = block; t < end; t++) {
                double x = in[t];
                boolean there = x == x;
                since += there ? x : 0;
                count += there ? 1 : 0;
                int j = block + window - 1 - t;
                int all = known[j] + count;
                double sum = before[j] + since;
                out[t] = all == 0 ? Double.NaN : mean ? sum / all : sum;
            }
        }
    }

    static void variance(double[] in, int window, double[] out) {
        new VarianceSums(in, window).run(out);
    }

    static void decay(double[] in, int window, double keep, double[] out) {
        double[] powers = new double[window + 1];
        powers[0] = 1;
        for (int i = 1; i <= window; i++) {
            powers[i] = powers[i - 1] * keep;
        }
        double[] before = new double[window];
        double[] weights = new double[window];
        for (int block = 0; block < in.length; block += window) {
            for (int j = 1; j < window; j++) {
                double x = j <= block ? in[block - j] : Double.NaN;
                boolean there = x == x;
                before[j] = before[j - 1] + (there ? powers[j - 1] * x : 0);
                weights[j] = weights[j - 1] + (there ? powers[j - 1] : 0);
            }
            double since = 0;
            double weight = 0;
            int end = Math.min(block + window, in.length);
            for (int t = block; t < end; t++) {
                boolean there = in[t] == in[t];
                since = keep * since + (there ? in[t] : 0);
                weight = keep * weight + (there ? 1 : 0);
                int inBlock = t - block + 1;
                int j = window - inBlock;
                out[t] = (since + powers[inBlock] * before[j]) / (weight + powers[inBlock] * weights[j]);
            }
        }
    }
}
