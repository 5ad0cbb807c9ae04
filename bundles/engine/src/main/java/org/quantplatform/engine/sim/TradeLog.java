package org.quantplatform.engine.sim;

import java.util.Arrays;
import org.quantplatform.model.Panel;
import org.quantplatform.model.Side;
import org.quantplatform.model.Trade;

/** The fills of a simulation in the order in which they ran: by day; those of one decision sells before buys, each by ticker. */
public final class TradeLog {

    private int size;
    private int[] days = new int[64];
    private int[] signalDays = new int[64];
    private int[] assets = new int[64];
    private boolean[] sells = new boolean[64];
    private double[] shares = new double[64];
    private double[] prices = new double[64];
    private double[] commissions = new double[64];
    private double[] taxes = new double[64];
    private double[] slippages = new double[64];
    private double[] sharesAfter = new double[64];
    private double[] rates = new double[64];

    TradeLog() {}

    void add(int day, int signalDay, int asset, Side side) {
        if (size == days.length) {
            grow(size * 2);
        }
        days[size] = day;
        signalDays[size] = signalDay;
        assets[size] = asset;
        sells[size] = side == Side.SELL;
        size++;
    }

    /** Completes the entry that was added last. */
    void amounts(Fill fill, double filled, double after) {
        int last = size - 1;
        shares[last] = filled;
        prices[last] = fill.executed;
        commissions[last] = fill.bill.commission;
        taxes[last] = fill.bill.tax;
        slippages[last] = filled * fill.price * fill.slippage;
        sharesAfter[last] = after;
        rates[last] = fill.rate;
    }

    private void grow(int capacity) {
        days = Arrays.copyOf(days, capacity);
        signalDays = Arrays.copyOf(signalDays, capacity);
        assets = Arrays.copyOf(assets, capacity);
        sells = Arrays.copyOf(sells, capacity);
        shares = Arrays.copyOf(shares, capacity);
        prices = Arrays.copyOf(prices, capacity);
        commissions = Arrays.copyOf(commissions, capacity);
        taxes = Arrays.copyOf(taxes, capacity);
        slippages = Arrays.copyOf(slippages, capacity);
        sharesAfter = Arrays.copyOf(sharesAfter, capacity);
        rates = Arrays.copyOf(rates, capacity);
    }

    public int size() {
        return size;
    }

    /** Index in the panel of the day of the fill. */
    public int day(int trade) {
        return days[checked(trade)];
    }

    /** Index in the panel of the day on whose close it was decided. */
    public int signalDay(int trade) {
        return signalDays[checked(trade)];
    }

    public int asset(int trade) {
        return assets[checked(trade)];
    }

    public Side side(int trade) {
        return sells[checked(trade)] ? Side.SELL : Side.BUY;
    }

    /** Positive for both sides. */
    public double shares(int trade) {
        return shares[checked(trade)];
    }

    /** Executed price in the asset's currency, slippage included. */
    public double price(int trade) {
        return prices[checked(trade)];
    }

    public double commission(int trade) {
        return commissions[checked(trade)];
    }

    public double tax(int trade) {
        return taxes[checked(trade)];
    }

    /** Cost in cash against the undisturbed price; already part of {@link #price}. */
    public double slippage(int trade) {
        return slippages[checked(trade)];
    }

    /** Shares of the asset held afterwards; exactly 0 when the position closed. */
    public double sharesAfter(int trade) {
        return sharesAfter[checked(trade)];
    }

    /** Units of the account's currency for one of the asset's, on the day of the fill. */
    public double rate(int trade) {
        return rates[checked(trade)];
    }

    /** Change of cash in the asset's currency: negative for a buy. */
    public double cash(int trade) {
        double notional = shares(trade) * prices[trade];
        return (sells[trade] ? notional : -notional) - commissions[trade] - taxes[trade];
    }

    /** In the account's currency, as all totals. */
    public double totalCommission() {
        return total(commissions);
    }

    public double totalTax() {
        return total(taxes);
    }

    public double totalSlippage() {
        return total(slippages);
    }

    /** Executed value of all buys and sells, without costs. */
    public double totalNotional() {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += shares[i] * prices[i] * rates[i];
        }
        return sum;
    }

    private double total(double[] amounts) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += amounts[i] * rates[i];
        }
        return sum;
    }

    /** The entry with dates and ticker; {@code panel} is the one that was simulated. */
    public Trade trade(int trade, Panel panel) {
        return new Trade(
                panel.date(day(trade)),
                panel.date(signalDays[trade]),
                panel.ticker(assets[trade]),
                side(trade),
                shares[trade],
                prices[trade],
                commissions[trade],
                taxes[trade],
                slippages[trade]);
    }

    private int checked(int trade) {
        if (trade >= size) {
            throw new IndexOutOfBoundsException("trade " + trade + " of " + size);
        }
        return trade;
    }
}
