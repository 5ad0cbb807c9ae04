package org.quantplatform.engine.sim;

import java.util.Arrays;

/** A portfolio as its {@link Decider} sees it at the close of a decision day; valid during the call. */
public final class Account {

    private final Book book;
    private final double[] weights;
    private int day;
    private double equity;

    Account(Book book, int assets) {
        this.book = book;
        this.weights = new double[assets];
    }

    void at(int today, double value) {
        day = today;
        equity = value;
        Arrays.fill(weights, 0);
        for (int i = 0; i < book.heldCount(); i++) {
            int asset = book.held(i);
            weights[asset] = book.shares(asset) * book.mark(asset) / equity;
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

    public double cash() {
        return book.cash();
    }

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
}
