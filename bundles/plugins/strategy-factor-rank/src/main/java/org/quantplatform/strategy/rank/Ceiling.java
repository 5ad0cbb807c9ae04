package org.quantplatform.strategy.rank;

/** Shares a sum out in given proportions, while nobody gets more than a limit. */
final class Ceiling {

    private final double[] shares;
    private final double limit;
    private final double[] weights;
    private final boolean[] full;

    private Ceiling(double[] shares, double limit) {
        this.shares = shares;
        this.limit = limit;
        this.weights = new double[shares.length];
        this.full = new boolean[shares.length];
    }

    /**
     * What the limit cuts off goes to those below it, in their proportions; what nobody can take is left.
     *
     * @param shares not negative and finite; those of 0 get nothing
     * @return as many weights, none above {@code limit}
     */
    static double[] share(double sum, double[] shares, double limit) {
        Ceiling ceiling = new Ceiling(shares, limit);
        double left = sum;
        double cut;
        do {
            cut = ceiling.shareOut(left);
            left -= cut;
        } while (cut > 0);
        return ceiling.weights;
    }

    /** @return what those who reached the limit this time took */
    private double shareOut(double left) {
        double total = 0;
        for (int i = 0; i < shares.length; i++) {
            total += full[i] ? 0 : shares[i];
        }
        double taken = 0;
        for (int i = 0; i < shares.length; i++) {
            if (full[i] || shares[i] == 0) {
                continue;
            }
            weights[i] = left * shares[i] / total;
            if (weights[i] > limit) {
                weights[i] = limit;
                full[i] = true;
                taken += limit;
            }
        }
        return taken;
    }
}
