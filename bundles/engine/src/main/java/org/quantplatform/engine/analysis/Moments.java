package org.quantplatform.engine.analysis;

/**
 * Count, mean and spread of a group of numbers.
 *
 * @param mean NaN for none
 * @param squares sum of the squared differences from the mean
 */
record Moments(int count, double mean, double squares) {

    static final Moments NONE = new Moments(0, Double.NaN, 0);

    static Moments of(double[] values, int count) {
        if (count == 0) {
            return NONE;
        }
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += values[i];
        }
        double mean = sum / count;
        double squares = 0;
        for (int i = 0; i < count; i++) {
            squares += (values[i] - mean) * (values[i] - mean);
        }
        return new Moments(count, mean, squares);
    }

    /** Of both groups together, after Chan, Golub and LeVeque (1979). */
    Moments plus(Moments other) {
        if (count == 0) {
            return other;
        }
        if (other.count == 0) {
            return this;
        }
        int total = count + other.count;
        double apart = other.mean - mean;
        return new Moments(
                total,
                mean + apart * other.count / total,
                squares + other.squares + apart * apart * count * other.count / total);
    }

    /** Of the sample, ddof 1; NaN for fewer than two numbers. */
    double std() {
        return count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1));
    }
}
