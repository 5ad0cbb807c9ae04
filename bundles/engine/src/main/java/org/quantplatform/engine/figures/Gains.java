package org.quantplatform.engine.figures;

import java.util.function.DoublePredicate;

/** Gains and losses among returns; a return of 0 is neither. */
final class Gains {

    private Gains() {}

    static int count(double[] r, DoublePredicate which) {
        int count = 0;
        for (double x : r) {
            count += which.test(x) ? 1 : 0;
        }
        return count;
    }

    /** NaN when there is none. */
    static double mean(double[] r, DoublePredicate which) {
        double sum = 0;
        for (double x : r) {
            sum += which.test(x) ? x : 0;
        }
        return Quotient.of(sum, count(r, which));
    }

    static double averageGain(double[] r) {
        return mean(r, x -> x > 0);
    }

    static double averageLoss(double[] r) {
        return mean(r, x -> x < 0);
    }

    static double winRate(double[] r) {
        return Quotient.of(count(r, x -> x > 0), count(r, x -> x != 0));
    }

    static double payoff(double[] r) {
        return Quotient.of(averageGain(r), -averageLoss(r));
    }

    static double kelly(double[] r) {
        double payoff = payoff(r);
        double won = winRate(r);
        return Quotient.of(payoff * won - (1 - won), payoff);
    }

    static double gainToPain(double[] r) {
        double sum = 0;
        double pain = 0;
        for (double x : r) {
            sum += x;
            pain -= Math.min(x, 0);
        }
        return Quotient.of(sum, pain);
    }

    static double best(double[] r) {
        double best = Double.NaN;
        for (double x : r) {
            best = x <= best ? best : x;
        }
        return best;
    }

    static double worst(double[] r) {
        double worst = Double.NaN;
        for (double x : r) {
            worst = x >= worst ? worst : x;
        }
        return worst;
    }

    /** Length of the longest unbroken row of such returns. */
    static int streak(double[] r, DoublePredicate which) {
        int longest = 0;
        int length = 0;
        for (double x : r) {
            length = which.test(x) ? length + 1 : 0;
            longest = Math.max(longest, length);
        }
        return longest;
    }

    static double geometricMean(double[] r) {
        double growth = 1;
        for (double x : r) {
            growth *= 1 + x;
        }
        return StrictMath.pow(growth, 1.0 / r.length) - 1;
    }
}
