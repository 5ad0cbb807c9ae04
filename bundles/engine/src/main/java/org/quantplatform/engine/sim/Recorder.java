package org.quantplatform.engine.sim;

import java.util.Arrays;

/** Equity and cash at each close. */
final class Recorder {

    private final int firstDay;
    private final double[] equity;
    private final double[] cash;
    private int completed;
    private int decisions;

    Recorder(int firstDay, int lastDay) {
        this.firstDay = firstDay;
        this.equity = new double[lastDay - firstDay + 1];
        this.cash = new double[equity.length];
    }

    void close(double dayEquity, double dayCash) {
        equity[completed] = dayEquity;
        cash[completed] = dayCash;
        completed++;
    }

    void decided() {
        decisions++;
    }

    int firstDay() {
        return firstDay;
    }

    int completed() {
        return completed;
    }

    int total() {
        return equity.length;
    }

    int decisions() {
        return decisions;
    }

    boolean cancelled() {
        return completed < equity.length;
    }

    double[] equity() {
        return Arrays.copyOf(equity, completed);
    }

    double[] cash() {
        return Arrays.copyOf(cash, completed);
    }
}
