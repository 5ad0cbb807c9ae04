package org.quantplatform.engine.sim;

import java.util.Arrays;
import org.quantplatform.model.CashFlow;
import org.quantplatform.model.Field;
import org.quantplatform.model.Panel;
import org.quantplatform.model.Side;

/** Cash by currency and positions, with the last known price of each held asset. */
final class Book {

    private final double[] closes;
    private final int days;
    private final Currencies currencies;
    private final double[] cash;
    private final double[] rates;
    private final double[] shares;
    private final double[] marks;
    /** Mean executed price of each position, and the day on which it was opened. */
    private final double[] entries;

    private final int[] opened;
    /** Shares bought on the day of {@link #boughtOn}. */
    private final double[] bought;

    private final int[] boughtOn;
    /** The first split of each asset since a close, and the ratio of all since then. */
    private final int[] splitOn;

    private final double[] splitBy;
    private final int[] held;
    private final TradeLog trades = new TradeLog();
    private final CashLog flows = new CashLog();
    private int heldCount;

    Book(Panel prices, double capital, Currencies currencies) {
        int assets = prices.assets();
        this.closes = prices.column(Field.CLOSE);
        this.days = prices.days();
        this.currencies = currencies;
        this.cash = new double[currencies.count()];
        this.rates = new double[currencies.count()];
        this.shares = new double[assets];
        this.marks = new double[assets];
        this.entries = new double[assets];
        this.opened = new int[assets];
        this.bought = new double[assets];
        this.boughtOn = new int[assets];
        this.splitOn = new int[assets];
        this.splitBy = new double[assets];
        this.held = new int[assets];
        this.cash[0] = capital;
        Arrays.fill(rates, 1);
        Arrays.fill(boughtOn, -1);
        Arrays.fill(splitBy, 1);
    }

    /** Takes over the exchange rates that are known before the day's close. */
    void begin(int day) {
        for (int currency = 1; currency < rates.length; currency++) {
            rates[currency] = currencies.earlyRate(currency, day);
        }
    }

    /** Takes over the exchange rates of the day's close. */
    void reachClose(int day) {
        for (int currency = 1; currency < rates.length; currency++) {
            rates[currency] = currencies.rate(currency, day);
        }
    }

    /** Of all currencies, in the account's. */
    double cash() {
        double sum = cash[0];
        for (int currency = 1; currency < cash.length; currency++) {
            sum += cash[currency] * rates[currency];
        }
        return sum;
    }

    /** In the currency's own units. */
    double cash(int currency) {
        return cash[currency];
    }

    double rate(int currency) {
        return rates[currency];
    }

    /** Of the asset's currency. */
    double rateOf(int asset) {
        return rates[currencies.of(asset)];
    }

    double shares(int asset) {
        return shares[asset];
    }

    /** What may be sold on the day when shares bought on it may not. */
    double heldBefore(int asset, int day) {
        return boughtOn[asset] == day ? Math.max(0, shares[asset] - bought[asset]) : shares[asset];
    }

    /** Last known close, in terms of today's shares. */
    double mark(int asset) {
        return marks[asset];
    }

    /** The last close up to a day, in terms of that day's shares, whatever is held; NaN before the first. */
    double lastClose(int asset, int day) {
        int closed = lastClosed(asset, day);
        if (closed < 0) {
            return Double.NaN;
        }
        double close = closes[asset * days + closed];
        return closed < splitOn[asset] ? close / splitBy[asset] : close;
    }

    private int lastClosed(int asset, int day) {
        int closed = day;
        while (closed >= 0 && !hasClose(asset, closed)) {
            closed--;
        }
        return closed;
    }

    /** To be called for each split, whatever is held. */
    void noteSplit(int asset, int day, double ratio) {
        boolean further = lastClosed(asset, day - 1) < splitOn[asset];
        splitBy[asset] = further ? splitBy[asset] * ratio : ratio;
        splitOn[asset] = further ? splitOn[asset] : day;
    }

    double entryPrice(int asset) {
        return shares[asset] == 0 ? Double.NaN : entries[asset];
    }

    /** Without meaning when nothing is held. */
    int openedOn(int asset) {
        return opened[asset];
    }

    int heldCount() {
        return heldCount;
    }

    /** Held assets in increasing order; {@code place} is below {@link #heldCount}. */
    int held(int place) {
        return held[place];
    }

    boolean hasClose(int asset, int day) {
        return closes[asset * days + day] > 0;
    }

    /** Takes over the day's closes and returns cash plus positions. */
    double markToClose(int day) {
        double value = 0;
        for (int i = 0; i < heldCount; i++) {
            int asset = held[i];
            double close = closes[asset * days + day];
            if (close > 0) {
                marks[asset] = close;
            }
            value += shares[asset] * marks[asset] * rateOf(asset);
        }
        return cash() + value;
    }

    /** Value of all positions without their signs, at the marks. */
    double gross() {
        double sum = 0;
        for (int i = 0; i < heldCount; i++) {
            sum += Math.abs(shares[held[i]]) * marks[held[i]] * rateOf(held[i]);
        }
        return sum;
    }

    /** Value of the short positions in one currency, positive, at the marks. */
    double shortValue(int currency) {
        double sum = 0;
        for (int i = 0; i < heldCount; i++) {
            int asset = held[i];
            sum -= shares[asset] < 0 && currencies.of(asset) == currency ? shares[asset] * marks[asset] : 0;
        }
        return sum;
    }

    /** A fill that does not take the position across 0. */
    void trade(int asset, Side side, double target, Fill fill) {
        // the sum turns a negative zero into an ordinary one
        double goal = target + 0.0;
        double before = shares[asset];
        double filled = Math.abs(goal - before);
        if (before == 0) {
            marks[asset] = fill.price;
            opened[asset] = fill.day;
            entries[asset] = fill.executed;
        } else if (Math.abs(goal) > Math.abs(before)) {
            entries[asset] += (fill.executed - entries[asset]) * (goal - before) / goal;
        }
        if (side == Side.BUY) {
            bought[asset] = filled + (boughtOn[asset] == fill.day ? bought[asset] : 0);
            boughtOn[asset] = fill.day;
        }
        double notional = filled * fill.executed;
        cash[currencies.of(asset)] += (side == Side.SELL ? notional : -notional) - fill.bill.total();
        shares[asset] = goal;
        trades.add(fill.day, fill.signalDay, asset, side);
        trades.amounts(fill, filled, goal);
    }

    /** To be called after shares went to or came from 0, before positions are looked at again. */
    void refreshHeld() {
        heldCount = 0;
        for (int asset = 0; asset < shares.length; asset++) {
            if (shares[asset] != 0) {
                held[heldCount++] = asset;
            }
        }
    }

    /** @param withheld fraction that a long position does not get */
    void dividend(int asset, int day, double perShare, double withheld) {
        double amount = shares[asset] * perShare;
        flow(day, asset, CashFlow.Kind.DIVIDEND, amount);
        if (withheld > 0 && amount > 0) {
            flow(day, asset, CashFlow.Kind.WITHHOLDING, -amount * withheld);
        }
    }

    void split(int asset, int day, double ratio, boolean wholeShares) {
        double after = shares[asset] * ratio;
        marks[asset] /= ratio;
        entries[asset] /= ratio;
        bought[asset] *= ratio;
        double kept = !wholeShares ? after : Math.copySign(Math.floor(Math.abs(after) + Lots.TOLERANCE), after);
        double rest = after - kept;
        double paidOut = rest * after > 0 ? rest * marks[asset] : 0;
        shares[asset] = kept == 0 ? 0 : kept;
        flow(day, asset, CashFlow.Kind.SPLIT, paidOut);
        if (kept == 0) {
            refreshHeld();
        }
    }

    void delist(int asset, int day, double perShare) {
        double amount = shares[asset] * perShare;
        shares[asset] = 0;
        flow(day, asset, CashFlow.Kind.DELISTING, amount);
        refreshHeld();
    }

    private void flow(int day, int asset, CashFlow.Kind kind, double amount) {
        int currency = currencies.of(asset);
        cash[currency] += amount;
        flows.add(day, asset, currency, kind);
        flows.amounts(amount, rates[currency], shares[asset]);
    }

    /** Cash of the account, not of an asset. */
    void flow(int day, CashFlow.Kind kind, int currency, double amount) {
        cash[currency] += amount;
        flows.add(day, -1, currency, kind);
        flows.amounts(amount, rates[currency], 0);
    }

    double[] shares() {
        return shares;
    }

    double[] marks() {
        return marks;
    }

    Currencies currencies() {
        return currencies;
    }

    TradeLog trades() {
        return trades;
    }

    CashLog flows() {
        return flows;
    }
}
