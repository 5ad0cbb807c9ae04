package org.quantplatform.engine.robust;

/** The standard normal distribution, to about 1e-15; StrictMath, so that every machine gives the same. */
public final class Normal {

    /** Where the tail's continued fraction takes over from the series. */
    private static final double TAIL = 3;

    private static final int FRACTION_DEPTH = 120;
    private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

    private Normal() {}

    /** {@code exp(-x² / 2) / √(2π)}. */
    public static double density(double x) {
        return StrictMath.exp(-x * x / 2) / ROOT_TWO_PI;
    }

    /** Probability of at most {@code x}; NaN for NaN. */
    public static double cumulative(double x) {
        if (Double.isNaN(x)) {
            return Double.NaN;
        }
        if (Math.abs(x) <= TAIL) {
            return 0.5 + density(x) * series(x);
        }
        double tail = upperTail(Math.abs(x));
        return x < 0 ? tail : 1 - tail;
    }

    /** Below what value lies the share {@code p}; infinite at 0 and 1, NaN outside. */
    public static double quantile(double p) {
        if (!(p >= 0 && p <= 1)) {
            return Double.NaN;
        }
        if (p > 0.5) {
            return -quantile(1 - p);
        }
        if (p == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        double x = roughQuantile(p);
        for (int step = 0; step < 4; step++) {
            // Halley's method
            double newton = (cumulative(x) - p) / density(x);
            x -= newton / (1 + x * newton / 2);
        }
        return x;
    }

    /** x + x^3/3 + x^5/15 + …, which times the density is the area from 0 to x. */
    private static double series(double x) {
        double term = x;
        double sum = x;
        for (int odd = 3; Math.abs(term) > 1e-18 * Math.abs(sum); odd += 2) {
            term *= x * x / odd;
            sum += term;
        }
        return sum;
    }

    private static double upperTail(double x) {
        double fraction = x;
        for (int depth = FRACTION_DEPTH; depth >= 1; depth--) {
            fraction = x + depth / fraction;
        }
        return density(x) / fraction;
    }

    /** Abramowitz and Stegun 26.2.23, within 4.5e-4; {@code p} above 0 and at most one half. */
    private static double roughQuantile(double p) {
        double t = Math.sqrt(-2 * StrictMath.log(p));
        double above = 2.515517 + t * (0.802853 + t * 0.010328);
        double below = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
        return above / below - t;
    }
}
