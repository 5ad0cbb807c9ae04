package org.quantplatform.engine.sim;

import java.util.Arrays;
import org.quantplatform.model.Order;

/** A portfolio as its {@link Decider} sees it at the close of a decision day; valid during the call. */
public final class Account {

    private final Book book;
    private final OrderDesk desk;
    private final double[] weights;
    private int day;
    private double equity;
    private boolean ordered;

    Account(Book book, OrderDesk desk, int assets) {
        this.book = book;
        this.desk = desk;
        this.weights = new double[assets];
    }

    void at(int today, double value) {
        day = today;
        equity = value;
        ordered = false;
        Arrays.fill(weights, 0);
        for (int i = 0; i < book.heldCount(); i++) {
            int asset = book.held(i);
            weights[asset] = book.shares(asset) * book.mark(asset) * book.rateOf(asset) / equity;
        }
    }

    /** Current weights, one per asset; read only, reused between calls. */
    public double[] weights() {
        return weights;
    }

    /** Cash and positions. */
    public double equity() {
        return equity;
    }

    /** Of all currencies, in the account's. */
    public double cash() {
        return book.cash();
    }

    /** Negative for a short position. */
    public double shares(int asset) {
        return book.shares(asset);
    }

    /** Last stated close, in terms of today's shares; NaN before the first. */
    public double price(int asset) {
        return book.shares(asset) != 0 ? book.mark(asset) : book.lastClose(asset, day);
    }

    /** Mean executed price of the position, costs left out, in terms of today's shares; NaN when there is none. */
    public double entryPrice(int asset) {
        return book.entryPrice(asset);
    }

    /** Bars since the position was opened, 0 on that day; -1 when there is none. */
    public int barsHeld(int asset) {
        return book.shares(asset) == 0 ? -1 : day - book.openedOn(asset);
    }

    /** Orders of the asset that wait for a fill. */
    public int openOrders(int asset) {
        return desk.count(asset);
    }

    /**
     * Places an order that works from the next bar on, at the close of this one where the run fills at the same close. The
     * decider that places orders returns false.
     *
     * @throws IllegalArgumentException when the order asks for a negative weight where the terms allow no short positions
     */
    public void order(int asset, Order order) {
        desk.place(asset, order, day, weights[asset]);
        ordered = true;
    }

    /** Cancels all open orders of an asset. */
    public void cancel(int asset) {
        desk.cancel(asset);
    }

    boolean ordered() {
        return ordered;
    }
}
