package org.quantplatform.engine.sim;

import java.util.Arrays;

/** Equity and cash at each close. */
final class Recorder {

    private final int firstDay;
    private final Book book;
    private final double[] equity;
    private final double[] cash;
    /** By currency; only kept when there are several. */
    private final double[][] balances;

    private int completed;
    private int decisions;

    Recorder(Setup setup, Book book) {
        this.firstDay = setup.firstDay();
        this.book = book;
        this.equity = new double[setup.lastDay() - firstDay + 1];
        this.cash = new double[equity.length];
        int currencies = setup.terms().currencies().count();
        this.balances = new double[currencies == 1 ? 0 : currencies][equity.length];
    }

    void close(double dayEquity) {
        equity[completed] = dayEquity;
        cash[completed] = book.cash();
        for (int currency = 0; currency < balances.length; currency++) {
            balances[currency][completed] = book.cash(currency);
        }
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

    double[] balance(int currency) {
        return balances.length == 0 ? cash() : Arrays.copyOf(balances[currency], completed);
    }
}
