package org.quantplatform.engine.sim;

import java.util.Arrays;

/**
 * What happened to cash and shares other than by trades, in order; on a day all of it comes before the trades.
 *
 * <p>Start capital + amounts here + {@link TradeLog#cash} of all trades up to a day = cash at its close.
 */
public final class CashLog {

    /** Why cash or shares changed. */
    public enum Kind {
        /** Cash for the shares held on the ex-date. */
        DIVIDEND,
        /** More or fewer shares; the amount is what a fraction of a share was paid out with, else 0. */
        SPLIT,
        /** Shares gone after the last trading day, for the amount paid. */
        DELISTING
    }

    private int size;
    private int[] days = new int[16];
    private int[] assets = new int[16];
    private Kind[] kinds = new Kind[16];
    private double[] amounts = new double[16];
    private double[] sharesAfter = new double[16];

    CashLog() {}

    void add(int day, int asset, Kind kind) {
        if (size == days.length) {
            days = Arrays.copyOf(days, size * 2);
            assets = Arrays.copyOf(assets, size * 2);
            kinds = Arrays.copyOf(kinds, size * 2);
            amounts = Arrays.copyOf(amounts, size * 2);
            sharesAfter = Arrays.copyOf(sharesAfter, size * 2);
        }
        days[size] = day;
        assets[size] = asset;
        kinds[size] = kind;
        size++;
    }

    /** Completes the entry that was added last. */
    void amounts(double amount, double after) {
        amounts[size - 1] = amount;
        sharesAfter[size - 1] = after;
    }

    public int size() {
        return size;
    }

    /** Index in the panel. */
    public int day(int entry) {
        return days[checked(entry)];
    }

    public int asset(int entry) {
        return assets[checked(entry)];
    }

    public Kind kind(int entry) {
        return kinds[checked(entry)];
    }

    /** Cash received, not negative. */
    public double amount(int entry) {
        return amounts[checked(entry)];
    }

    /** Shares of the asset held afterwards. */
    public double sharesAfter(int entry) {
        return sharesAfter[checked(entry)];
    }

    public double total(Kind kind) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += kinds[i] == kind ? amounts[i] : 0;
        }
        return sum;
    }

    private int checked(int entry) {
        if (entry >= size) {
            throw new IndexOutOfBoundsException("entry " + entry + " of " + size);
        }
        return entry;
    }
}
