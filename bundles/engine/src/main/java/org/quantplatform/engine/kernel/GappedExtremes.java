package org.quantplatform.engine.kernel;

/** Rolling extremes and where they stand; {@code sign} is 1 for the greatest, -1 for the smallest. */
final class GappedExtremes {

    private GappedExtremes() {}

    static void values(double[] in, int window, double[] out, int sign) {
        double[] before = new double[window];
        before[0] = Double.NEGATIVE_INFINITY;
        for (int block = 0; block < in.length; block += window) {
            for (int j = 1; j < window; j++) {
                double x = j <= block ? sign * in[block - j] : Double.NaN;
                before[j] = x > before[j - 1] ? x : before[j - 1];
            }
            double since = Double.NEGATIVE_INFINITY;
            int end = Math.min(block + window, in.length);
            for (int t = block; t < end; t++) {
                double x = sign * in[t];
                since = x > since ? x : since;
                double earlier = before[block + window - 1 - t];
                double best = since > earlier ? since : earlier;
                out[t] = best == Double.NEGATIVE_INFINITY ? Double.NaN : sign * best;
            }
        }
    }

    static void places(double[] in, int window, double[] out, int sign) {
        int first = Gapped.firstKnown(in);
        int[] before = new int[window];
        before[0] = -1;
        for (int block = 0; block < in.length; block += window) {
            for (int j = 1; j < window; j++) {
                int t = block - j;
                int best = before[j - 1];
                // going back, the earlier of equal values wins
                before[j] = t >= 0 && (best < 0 ? in[t] == in[t] : sign * in[t] >= sign * in[best]) ? t : best;
            }
            int since = -1;
            int end = Math.min(block + window, in.length);
            for (int t = block; t < end; t++) {
                if (since < 0 ? in[t] == in[t] : sign * in[t] > sign * in[since]) {
                    since = t;
                }
                int earlier = before[block + window - 1 - t];
                int start = Math.max(first, t - window + 1);
                int best = later(in, sign, earlier, since);
                out[t] = best < 0 ? Double.NaN : best - start + 1;
            }
        }
    }

    /** The second when it is greater or the only one. */
    private static int later(double[] in, int sign, int earlier, int since) {
        if (earlier < 0 || since < 0) {
            return Math.max(earlier, since);
        }
        return sign * in[since] > sign * in[earlier] ? since : earlier;
    }
}
