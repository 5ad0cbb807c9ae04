package org.quantplatform.engine.stats;

/** Sums with compensation (Neumaier), and what is made of them. */
final class Moments {

    private Moments() {}

    static boolean hasNaN(double[] values) {
        for (double x : values) {
            if (Double.isNaN(x)) {
                return true;
            }
        }
        return false;
    }

    static double sum(double[] values) {
        double sum = 0;
        double lost = 0;
        for (double x : values) {
            double next = sum + x;
            lost += Math.abs(sum) >= Math.abs(x) ? (sum - next) + x : (x - next) + sum;
            sum = next;
        }
        return sum + lost;
    }

    static double mean(double[] values) {
        if (values.length == 0) {
            return Double.NaN;
        }
        // rounding must not make a constant vary about its mean
        return isConstant(values) ? values[0] : sum(values) / values.length;
    }

    private static boolean isConstant(double[] values) {
        for (double x : values) {
            if (x != values[0]) {
                return false;
            }
        }
        return true;
    }

    /** Mean of the {@code power}-th power of the distance from the mean; power 2 to 4. */
    static double central(double[] values, int power) {
        double mean = mean(values);
        double[] powers = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double distance = values[i] - mean;
            double square = distance * distance;
            powers[i] = power == 2 ? square : power == 3 ? square * distance : square * square;
        }
        return mean(powers);
    }

    /** Of the sample, ddof 1; NaN for fewer than two. */
    static double standardDeviation(double[] values) {
        return Math.sqrt(covariance(values, values));
    }

    /** Of the sample, ddof 1; NaN for fewer than two. */
    static double covariance(double[] a, double[] b) {
        return a.length < 2 ? Double.NaN : products(a, b) / (a.length - 1);
    }

    /** NaN when either does not vary. */
    static double correlation(double[] a, double[] b) {
        double scale = Math.sqrt(products(a, a)) * Math.sqrt(products(b, b));
        return scale == 0 ? Double.NaN : products(a, b) / scale;
    }

    private static double products(double[] a, double[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException("lengths differ: " + a.length + " and " + b.length);
        }
        double meanA = mean(a);
        double meanB = mean(b);
        double[] products = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            products[i] = (a[i] - meanA) * (b[i] - meanB);
        }
        return sum(products);
    }
}
