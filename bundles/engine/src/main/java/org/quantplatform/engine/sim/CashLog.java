package org.quantplatform.engine.sim;

import java.util.Arrays;
import org.quantplatform.model.CashFlow;
import org.quantplatform.model.Panel;

/**
 * What happened to cash and shares other than by trades, in order; on a day all of it but conversions comes before the
 * trades.
 *
 * <p>In each currency: start capital + amounts here + {@link TradeLog#cash} of all trades up to a day = cash at its close.
 */
public final class CashLog {

    private int size;
    private int[] days = new int[16];
    private int[] assets = new int[16];
    private int[] currencies = new int[16];
    private CashFlow.Kind[] kinds = new CashFlow.Kind[16];
    private double[] amounts = new double[16];
    private double[] worths = new double[16];
    private double[] sharesAfter = new double[16];

    CashLog() {}

    /** @param asset -1 for none */
    void add(int day, int asset, int currency, CashFlow.Kind kind) {
        if (size == days.length) {
            days = Arrays.copyOf(days, size * 2);
            assets = Arrays.copyOf(assets, size * 2);
            currencies = Arrays.copyOf(currencies, size * 2);
            kinds = Arrays.copyOf(kinds, size * 2);
            amounts = Arrays.copyOf(amounts, size * 2);
            worths = Arrays.copyOf(worths, size * 2);
            sharesAfter = Arrays.copyOf(sharesAfter, size * 2);
        }
        days[size] = day;
        assets[size] = asset;
        currencies[size] = currency;
        kinds[size] = kind;
        size++;
    }

    /** Completes the entry that was added last. */
    void amounts(double amount, double rate, double after) {
        amounts[size - 1] = amount;
        worths[size - 1] = amount * rate;
        sharesAfter[size - 1] = after;
    }

    public int size() {
        return size;
    }

    /** Index in the panel. */
    public int day(int entry) {
        return days[checked(entry)];
    }

    /** -1 where the whole account is meant. */
    public int asset(int entry) {
        return assets[checked(entry)];
    }

    /** Number of the currency in {@link Currencies}. */
    public int currency(int entry) {
        return currencies[checked(entry)];
    }

    public CashFlow.Kind kind(int entry) {
        return kinds[checked(entry)];
    }

    /** Cash received in the entry's currency, negative when paid. */
    public double amount(int entry) {
        return amounts[checked(entry)];
    }

    /** Shares of the asset held afterwards; 0 where the whole account is meant. */
    public double sharesAfter(int entry) {
        return sharesAfter[checked(entry)];
    }

    /** In the account's currency, each at the rate of its day. */
    public double total(CashFlow.Kind kind) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += kinds[i] == kind ? worths[i] : 0;
        }
        return sum;
    }

    /** The entry with its date, ticker and currency; both are those that were simulated. */
    public CashFlow flow(int entry, Panel panel, Currencies known) {
        int asset = asset(entry);
        return new CashFlow(
                panel.date(days[entry]),
                asset < 0 ? null : panel.ticker(asset),
                kinds[entry],
                known.code(currencies[entry]),
                amounts[entry],
                sharesAfter[entry]);
    }

    private int checked(int entry) {
        if (entry >= size) {
            throw new IndexOutOfBoundsException("entry " + entry + " of " + size);
        }
        return entry;
    }
}
