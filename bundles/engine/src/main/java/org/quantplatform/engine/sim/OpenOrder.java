package org.quantplatform.engine.sim;

import org.quantplatform.model.Order;
import org.quantplatform.model.Side;

/** An order that waits for its fill. */
final class OpenOrder {

    private static final int NEVER = -1;

    private final int asset;
    private final Side side;
    private final int decidedOn;
    private Order order;
    private int aliveSince = NEVER;
    private boolean aliveAtOpen;
    private double filled;

    OpenOrder(int asset, Order order, Side side, int decidedOn) {
        this.asset = asset;
        this.order = order;
        this.side = side;
        this.decidedOn = decidedOn;
    }

    int asset() {
        return asset;
    }

    Order order() {
        return order;
    }

    Side side() {
        return side;
    }

    int decidedOn() {
        return decidedOn;
    }

    /** True for a stop-limit order whose stop was reached. */
    boolean alive() {
        return aliveSince != NEVER;
    }

    int aliveSince() {
        return aliveSince;
    }

    boolean aliveAtOpen() {
        return aliveAtOpen;
    }

    void bringToLife(int day, boolean atOpen) {
        aliveSince = day;
        aliveAtOpen = atOpen;
    }

    /** True for one that takes the price as it is; it runs before limits within a bar, because its fill is the worse. */
    boolean takes() {
        return order.type() != Order.Type.LIMIT;
    }

    /** Shares still to trade, for orders by number of shares. */
    double left() {
        return Math.abs(order.amount()) - filled;
    }

    void fill(double shares) {
        filled += shares;
    }

    /** Prices and numbers in terms of the shares after a split. */
    void split(double ratio) {
        boolean counts = order.unit() == Order.Unit.SHARES;
        order = new Order(
                order.unit(),
                counts ? order.amount() * ratio : order.amount(),
                order.type(),
                order.limit() / ratio,
                order.stop() / ratio,
                order.lasting(),
                order.group());
        filled *= ratio;
    }
}
