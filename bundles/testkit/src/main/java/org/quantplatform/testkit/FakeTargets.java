package org.quantplatform.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.quantplatform.model.Order;
import org.quantplatform.spi.strategy.Targets;

/** Keeps what a strategy decides and refuses what the platform would refuse. */
public final class FakeTargets implements Targets {

    private final double[] weights;
    private final boolean shorts;
    private final Map<Integer, List<Order>> orders = new TreeMap<>();
    private final Set<Integer> cancelled = new TreeSet<>();
    private boolean weighed;
    private boolean changed;

    public FakeTargets(int assets) {
        this(assets, false);
    }

    /** @param allowsShort whether weights may be negative */
    public FakeTargets(int assets, boolean allowsShort) {
        this.weights = new double[assets];
        this.shorts = allowsShort;
    }

    @Override
    public void set(int asset, double weight) {
        refuseIf(changed);
        if (!Double.isFinite(weight) || weight < 0 && !shorts) {
            throw new IllegalArgumentException("weight of asset " + asset + " was " + weight);
        }
        weighed = true;
        weights[asset] = weight;
    }

    @Override
    public void hold() {
        refuseIf(weighed);
        changed = true;
    }

    @Override
    public void order(int asset, Order order) {
        refuseIf(weighed);
        if (order.unit() == Order.Unit.WEIGHT && order.amount() < 0 && !shorts) {
            throw new IllegalArgumentException("weight ordered of asset " + asset + " was " + order.amount());
        }
        changed = true;
        orders.computeIfAbsent(asset, key -> new ArrayList<>()).add(order);
    }

    @Override
    public void cancel(int asset) {
        refuseIf(weighed);
        changed = true;
        cancelled.add(asset);
    }

    private static void refuseIf(boolean mixed) {
        if (mixed) {
            throw new IllegalStateException("either weights, or hold and orders, not both on one day");
        }
    }

    /** Orders placed for an asset, in their order. */
    public List<Order> orders(int asset) {
        return List.copyOf(orders.getOrDefault(asset, List.of()));
    }

    /** Assets whose open orders were cancelled. */
    public Set<Integer> cancelled() {
        return Set.copyOf(cancelled);
    }

    /** One per asset, 0 where none was set. */
    public double[] weights() {
        return weights.clone();
    }

    /** True when the portfolio is to stay as it is but for orders. */
    public boolean held() {
        return changed;
    }

    public double sum() {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        return sum;
    }

    /** Sum of the absolute weights. */
    public double gross() {
        double sum = 0;
        for (double weight : weights) {
            sum += Math.abs(weight);
        }
        return sum;
    }
}
