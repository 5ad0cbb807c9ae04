package org.quantplatform.engine.sim;

import org.quantplatform.model.Field;
import org.quantplatform.model.Panel;
import org.quantplatform.model.Side;

/** Cash and positions, with the last known price of each held asset. */
final class Book {

    private final double[] closes;
    private final int days;
    private final double[] shares;
    private final double[] marks;
    /** Mean executed price of each position, and the day on which it was opened. */
    private final double[] entries;

    private final int[] opened;
    private final int[] held;
    private final TradeLog trades = new TradeLog();
    private final CashLog flows = new CashLog();
    private int heldCount;
    private double cash;

    Book(Panel prices, double capital) {
        this.closes = prices.column(Field.CLOSE);
        this.days = prices.days();
        this.shares = new double[prices.assets()];
        this.marks = new double[prices.assets()];
        this.entries = new double[prices.assets()];
        this.opened = new int[prices.assets()];
        this.held = new int[prices.assets()];
        this.cash = capital;
    }

    double cash() {
        return cash;
    }

    double shares(int asset) {
        return shares[asset];
    }

    /** Last known close, in terms of today's shares. */
    double mark(int asset) {
        return marks[asset];
    }

    /** The last close up to a day, whatever is held; NaN before the first. */
    double lastClose(int asset, int day) {
        for (int at = asset * days + day; at >= asset * days; at--) {
            if (closes[at] > 0) {
                return closes[at];
            }
        }
        return Double.NaN;
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
            value += shares[asset] * marks[asset];
        }
        return cash + value;
    }

    void trade(int asset, Side side, double goal, Fill fill) {
        if (shares[asset] == 0) {
            marks[asset] = fill.price;
            opened[asset] = fill.day;
            entries[asset] = fill.executed;
        } else if (side == Side.BUY) {
            entries[asset] += (fill.executed - entries[asset]) * (goal - shares[asset]) / goal;
        }
        double filled = Math.abs(goal - shares[asset]);
        double notional = filled * fill.executed;
        cash += (side == Side.SELL ? notional : -notional) - fill.bill.total();
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

    void dividend(int asset, int day, double perShare) {
        double amount = shares[asset] * perShare;
        cash += amount;
        flows.add(day, asset, CashLog.Kind.DIVIDEND);
        flows.amounts(amount, shares[asset]);
    }

    void split(int asset, int day, double ratio, boolean wholeShares) {
        double after = shares[asset] * ratio;
        marks[asset] /= ratio;
        entries[asset] /= ratio;
        double kept = wholeShares ? Math.floor(after + Lots.TOLERANCE) : after;
        double paidOut = Math.max(0, after - kept) * marks[asset];
        cash += paidOut;
        shares[asset] = kept;
        flows.add(day, asset, CashLog.Kind.SPLIT);
        flows.amounts(paidOut, kept);
        if (kept == 0) {
            refreshHeld();
        }
    }

    void delist(int asset, int day, double perShare) {
        double amount = shares[asset] * perShare;
        cash += amount;
        flows.add(day, asset, CashLog.Kind.DELISTING);
        flows.amounts(amount, 0);
        shares[asset] = 0;
        refreshHeld();
    }

    double[] shares() {
        return shares;
    }

    double[] marks() {
        return marks;
    }

    TradeLog trades() {
        return trades;
    }

    CashLog flows() {
        return flows;
    }

    /** Terms of one fill, reused for all. */
    static final class Fill {

        final Bill bill = new Bill();
        final double slippage;
        int day;
        int signalDay;
        double price;
        double executed;

        Fill(double slippage) {
            this.slippage = slippage;
        }

        /** {@code raw} is the undisturbed price. */
        void at(double raw, Side side) {
            price = raw;
            executed = raw * (side == Side.BUY ? 1 + slippage : 1 - slippage);
        }
    }
}
