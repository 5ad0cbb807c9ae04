package org.quantplatform.engine.sweep;

import java.util.Arrays;

/** What each rule owns: 1 in cash at first, later cash or shares. */
final class Positions {

    private static final int NONE = Integer.MAX_VALUE;

    private final Trading trading;
    private final int[] nextFill;
    private final double[] owned;
    private final boolean[] invested;
    private final int[] pending;
    private final int[] closed;

    Positions(Trading trading, int rules) {
        this.trading = trading;
        this.nextFill = nextFill(trading);
        this.owned = new double[rules];
        this.invested = new boolean[rules];
        this.pending = new int[rules];
        this.closed = new int[rules];
        Arrays.fill(owned, 1);
        Arrays.fill(pending, NONE);
    }

    /** For each bar the first one, from there on, at which an order can be filled. */
    private static int[] nextFill(Trading trading) {
        int[] next = new int[trading.bars()];
        int found = NONE;
        for (int bar = next.length - 1; bar >= 0; bar--) {
            found = Trading.isPrice(trading.fills()[bar]) ? bar : found;
            next[bar] = found;
        }
        return next;
    }

    /** The rule wants, at the close of a bar, to be invested or not; bars come in order. */
    void want(int rule, int bar, boolean in) {
        settle(rule, bar);
        if (in == invested[rule]) {
            pending[rule] = NONE;
        } else if (pending[rule] == NONE) {
            int earliest = bar + trading.delay();
            pending[rule] = earliest < nextFill.length ? nextFill[earliest] : NONE;
        }
    }

    /** Fills what is due up to a bar. */
    private void settle(int rule, int bar) {
        if (pending[rule] > bar) {
            return;
        }
        double price = trading.fills()[pending[rule]];
        if (invested[rule]) {
            owned[rule] *= price * (1 - trading.cost());
            closed[rule]++;
        } else {
            owned[rule] /= price * (1 + trading.cost());
        }
        invested[rule] = !invested[rule];
        pending[rule] = NONE;
    }

    /** To be asked once, after the last bar. */
    SweepResult result() {
        double last = lastClose();
        double[] returns = new double[owned.length];
        for (int rule = 0; rule < owned.length; rule++) {
            settle(rule, trading.bars() - 1);
            returns[rule] = owned[rule] * (invested[rule] ? last : 1) - 1;
        }
        return new SweepResult(returns, closed);
    }

    private double lastClose() {
        int bar = trading.bars() - 1;
        while (bar >= 0 && !Trading.isPrice(trading.closes()[bar])) {
            bar--;
        }
        return bar < 0 ? Double.NaN : trading.closes()[bar];
    }
}
