package org.quantplatform.engine.sim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.quantplatform.engine.sim.Bars.Phase;
import org.quantplatform.model.Order;
import org.quantplatform.model.Side;

/**
 * Keeps orders that strategies placed one by one, and fills them bar by bar: first what the open fills, then what happens
 * within the bar, then the close; in each part sells before buys, then by ticker, then stops before limits, then as placed.
 */
final class OrderDesk {

    /** Less than this part of an order left over is rounding noise. */
    private static final double NOISE = 1e-12;

    private static final int MOST = 10_000;

    private record Candidate(OpenOrder order, double price) {}

    private static final Comparator<Candidate> SEQUENCE = Comparator.comparing(
                    (Candidate candidate) -> candidate.order().side() == Side.BUY)
            .thenComparing(candidate -> candidate.order().asset())
            .thenComparing(candidate -> !candidate.order().takes());

    private final Bars bars;
    private final Dealer dealer;
    private final Lots lots;
    private final Book book;
    private final BuyingPower power;
    private final boolean shorts;
    private final boolean carries;
    private final List<OpenOrder> open = new ArrayList<>();

    OrderDesk(Setup setup, Bars bars, Dealer dealer, Book book, BuyingPower power) {
        this.bars = bars;
        this.dealer = dealer;
        this.lots = dealer.lots();
        this.book = book;
        this.power = power;
        this.shorts = setup.terms().financing().allowsShort();
        this.carries = setup.terms().liquidity().carry();
    }

    /** @param weight of the asset at the decision */
    void place(int asset, Order order, int day, double weight) {
        if (open.size() >= MOST) {
            throw new IllegalStateException("more than " + MOST + " orders are open");
        }
        boolean byWeight = order.unit() == Order.Unit.WEIGHT;
        if (byWeight && order.amount() < 0 && !shorts) {
            throw new IllegalArgumentException("a weight must not be negative in a run without short positions");
        }
        boolean buys = byWeight ? order.amount() > weight : order.amount() > 0;
        open.add(new OpenOrder(asset, order, buys ? Side.BUY : Side.SELL, day));
    }

    void cancel(int asset) {
        open.removeIf(order -> order.asset() == asset);
    }

    void cancelAll() {
        open.clear();
    }

    int count(int asset) {
        int count = 0;
        for (OpenOrder order : open) {
            count += order.asset() == asset ? 1 : 0;
        }
        return count;
    }

    void split(int asset, double ratio) {
        open.stream().filter(order -> order.asset() == asset).forEach(order -> order.split(ratio));
    }

    /** Works through a bar but for its close. */
    void runUntilClose(int day) {
        if (!open.isEmpty()) {
            run(day, Phase.OPEN);
            run(day, Phase.WITHIN);
        }
    }

    /** Orders for one bar only end with it. */
    void runClose(int day) {
        if (open.isEmpty()) {
            return;
        }
        run(day, Phase.CLOSE);
        open.removeIf(order -> !order.order().lasting() && !carriesOver(order));
    }

    /** Market orders whose rest the market did not take go on where the run carries such rests. */
    private boolean carriesOver(OpenOrder order) {
        return carries && order.order().type() == Order.Type.MARKET;
    }

    /** Fills market orders at the close on which they were placed; false when there were none. */
    boolean runAtClose(int day) {
        List<Candidate> candidates = new ArrayList<>();
        for (OpenOrder order : open) {
            if (order.decidedOn() == day && order.order().type() == Order.Type.MARKET) {
                candidates.add(new Candidate(order, bars.fillPrice(order, day, Phase.CLOSE)));
            }
        }
        fill(candidates, day);
        open.removeIf(order -> order.decidedOn() == day
                && order.order().type() == Order.Type.MARKET
                && !order.order().lasting());
        return !candidates.isEmpty();
    }

    private void run(int day, Phase phase) {
        List<Candidate> candidates = new ArrayList<>();
        for (OpenOrder order : open) {
            double price = bars.fillPrice(order, day, phase);
            if (price > 0) {
                candidates.add(new Candidate(order, price));
            }
        }
        fill(candidates, day);
    }

    private void fill(List<Candidate> candidates, int day) {
        candidates.sort(SEQUENCE);
        for (Candidate candidate : candidates) {
            OpenOrder order = candidate.order();
            if (candidate.price() > 0 && open.contains(order)) {
                dealer.at(day, order.decidedOn());
                double before = book.shares(order.asset());
                boolean done = fill(order, candidate.price());
                settle(order, Math.abs(book.shares(order.asset()) - before), done);
            }
        }
    }

    private void settle(OpenOrder order, double filled, boolean done) {
        order.fill(filled);
        if (filled > 0) {
            book.refreshHeld();
            int group = order.order().group();
            open.removeIf(other -> group != 0
                    && other != order
                    && other.asset() == order.asset()
                    && other.order().group() == group);
        }
        if (done) {
            open.remove(order);
        }
    }

    /** @return true when nothing is left of the order */
    private boolean fill(OpenOrder order, double price) {
        int asset = order.asset();
        double held = book.shares(asset);
        double goal = goal(order, price);
        boolean passive = order.order().limit() > 0;
        if (order.side() == Side.SELL) {
            return sell(asset, goal, price, passive);
        }
        if (held < 0 && goal > held) {
            dealer.buyTo(asset, Math.min(0, goal), price, passive);
        }
        if (goal > 0 && book.shares(asset) >= 0) {
            buy(asset, goal, price, passive);
        }
        return goal - book.shares(asset) <= NOISE * Math.abs(goal);
    }

    private boolean sell(int asset, double goal, double price, boolean passive) {
        double held = book.shares(asset);
        if (held > 0 && goal < held) {
            dealer.sellTo(asset, Math.max(0, goal), price, passive);
        }
        if (shorts && goal < 0 && book.shares(asset) <= 0) {
            dealer.sellTo(asset, goal, price, passive);
        }
        boolean soldOut = !shorts && held > 0 && book.shares(asset) == 0;
        return soldOut || book.shares(asset) - goal <= NOISE * Math.abs(goal);
    }

    private void buy(int asset, double goal, double price, boolean passive) {
        double held = book.shares(asset);
        double wanted = dealer.buyable(asset, goal - held, price);
        if (!(wanted > 0)) {
            return;
        }
        double factor = BuyingPower.factor(
                part -> {
                    double shares = lots.round(asset, dealer.day(), part * wanted);
                    power.clear();
                    if (shares > 0 && dealer.price(asset, Side.BUY, shares, price, passive)) {
                        power.add(asset, dealer.outlay(shares));
                    }
                    return power.needed();
                },
                power.available(BuyingPower.MARKS));
        double shares = factor == 1 ? wanted : lots.round(asset, dealer.day(), factor * wanted);
        if (shares > 0) {
            dealer.buyTo(asset, held + shares, price, passive);
        }
    }

    /** Shares to hold after the order, by whole lots. */
    private double goal(OpenOrder order, double price) {
        int asset = order.asset();
        double held = book.shares(asset);
        if (order.order().unit() == Order.Unit.WEIGHT) {
            double wanted = lots.round(asset, dealer.day(), byWeight(order, price));
            return order.side() == Side.BUY ? Math.max(held, wanted) : Math.min(held, wanted);
        }
        double shares = order.left();
        if (order.side() == Side.BUY) {
            return held + lots.round(asset, dealer.day(), shares);
        }
        if (held <= 0) {
            return held - lots.round(asset, dealer.day(), shares);
        }
        double closed = lots.sale(asset, dealer.day(), held, Math.min(held, shares));
        double opened = shares > held ? lots.round(asset, dealer.day(), shares - held) : 0;
        return held - closed - opened;
    }

    /** The value is at the run's fill prices for market orders, else at last closes with the asset at the price. */
    private double byWeight(OpenOrder order, double price) {
        int asset = order.asset();
        double rate = book.rateOf(asset);
        double value = order.order().type() == Order.Type.MARKET
                ? power.value(dealer.day())
                : power.value(BuyingPower.MARKS) + book.shares(asset) * (price - book.mark(asset)) * rate;
        return order.order().amount() * value / (price * rate);
    }
}
