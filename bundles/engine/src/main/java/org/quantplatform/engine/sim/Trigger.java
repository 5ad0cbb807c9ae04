package org.quantplatform.engine.sim;

import org.quantplatform.model.Rebalance;

/** Rules that look at the portfolio: on which day a decision is due, and which of its targets are traded. */
final class Trigger {

    private final Rebalance rule;
    private final double[] lastTargets;
    private final double[] equities;
    private int count;
    private int lastDecision;
    private double reference = Double.NaN;

    Trigger(Rebalance rule, int assets, int days) {
        this.rule = rule;
        this.lastTargets = new double[rule.kind() == Rebalance.Kind.DRIFT ? assets : 0];
        this.equities = new double[rule.kind() == Rebalance.Kind.VOLATILITY ? days : 0];
    }

    /** To be asked once after each close. */
    boolean due(Account account, boolean empty) {
        if (equities.length > 0) {
            equities[count++] = account.equity();
        }
        return switch (rule.kind()) {
            case DRIFT -> empty || drift(account.weights()) > rule.threshold();
            case VOLATILITY -> empty || volatilityChanged();
            default -> true;
        };
    }

    private double drift(double[] weights) {
        double sum = 0;
        for (int asset = 0; asset < lastTargets.length; asset++) {
            sum += Math.abs(weights[asset] - lastTargets[asset]);
        }
        return sum / 2;
    }

    private boolean volatilityChanged() {
        // the bar of the fill belongs to the old portfolio in part; the window starts at its close
        if (count - 1 - lastDecision < rule.every()) {
            return false;
        }
        double now = deviation(count - 1);
        if (Double.isNaN(reference)) {
            reference = now;
        }
        return Math.abs(now - reference) > rule.threshold() * reference;
    }

    /** Of the returns of the last bars. */
    private double deviation(int last) {
        int window = rule.every();
        double mean = 0;
        double squares = 0;
        for (int i = 1; i <= window; i++) {
            double change = equities[last - window + i] / equities[last - window + i - 1] - 1;
            double step = change - mean;
            mean += step / i;
            squares += step * (change - mean);
        }
        return Math.sqrt(squares / (window - 1));
    }

    /** Which targets are traded: those that are to be left alone become NaN. False when none is. */
    boolean filter(double[] weights, double[] targets, boolean empty) {
        boolean trades =
                switch (rule.kind()) {
                    // many small targets would never start if an empty portfolio had to drift first
                    case THRESHOLD -> empty || largest(weights, targets) > rule.threshold();
                    case BAND -> band(weights, targets);
                    default -> true;
                };
        if (trades) {
            decided(targets);
        }
        return trades;
    }

    /** From here on changes of the portfolio are measured against these targets. */
    void decided(double[] targets) {
        if (lastTargets.length > 0) {
            System.arraycopy(targets, 0, lastTargets, 0, lastTargets.length);
        }
        lastDecision = count;
        reference = Double.NaN;
    }

    private static double largest(double[] weights, double[] targets) {
        double drift = 0;
        for (int asset = 0; asset < targets.length; asset++) {
            drift = Math.max(drift, Math.abs(weights[asset] - targets[asset]));
        }
        return drift;
    }

    private boolean band(double[] weights, double[] targets) {
        boolean trades = false;
        for (int asset = 0; asset < targets.length; asset++) {
            double off = weights[asset] - targets[asset];
            boolean stays = weights[asset] * targets[asset] > 0;
            if (off == 0 || stays && Math.abs(off) <= rule.threshold()) {
                targets[asset] = Double.NaN;
                continue;
            }
            trades = true;
            if (stays && rule.toEdge()) {
                targets[asset] += Math.copySign(rule.threshold(), off);
            }
        }
        return trades;
    }
}
