package org.quantplatform.engine.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.quantplatform.engine.stats.RoundTrips.RoundTrip;
import org.quantplatform.model.Side;

/** Follows the lives of positions from what changes them, in order of time. Cash is in the account's currency. */
public final class TripBook {

    private static final int NONE = -1;

    private final List<RoundTrip> closed = new ArrayList<>();
    private final int[] opened;
    private final double[] shares;
    private final double[] invested;
    private final double[] cash;
    private final boolean[] isShort;

    public TripBook(int assets) {
        this.opened = new int[assets];
        this.shares = new double[assets];
        this.invested = new double[assets];
        this.cash = new double[assets];
        this.isShort = new boolean[assets];
        Arrays.fill(opened, NONE);
    }

    /**
     * A trade that does not take the position across 0.
     *
     * @param after shares held afterwards, negative for a short position
     * @param received negative for a buy, costs taken off
     */
    public void trade(int asset, int day, double after, double received) {
        if (opened[asset] == NONE) {
            opened[asset] = day;
            isShort[asset] = after < shares[asset];
        }
        boolean grows = isShort[asset] ? after < shares[asset] : after > shares[asset];
        invested[asset] += grows ? Math.abs(received) : 0;
        move(asset, day, after, received);
    }

    /** Whatever else changed the shares or paid cash for them; without meaning while nothing is held. */
    public void flow(int asset, int day, double after, double received) {
        if (opened[asset] != NONE) {
            move(asset, day, after, received);
        }
    }

    private void move(int asset, int day, double after, double received) {
        cash[asset] += received;
        shares[asset] = after;
        if (after == 0) {
            closed.add(trip(asset, day, false));
            opened[asset] = NONE;
            invested[asset] = 0;
            cash[asset] = 0;
        }
    }

    private RoundTrip trip(int asset, int day, boolean open) {
        Side side = isShort[asset] ? Side.SELL : Side.BUY;
        return new RoundTrip(asset, side, opened[asset], day, open, invested[asset], cash[asset]);
    }

    /**
     * All lives, those that last ended for now.
     *
     * @param worth of each asset's position at the end, in the account's currency
     */
    public RoundTrips end(int lastDay, double[] worth) {
        List<RoundTrip> all = new ArrayList<>(closed);
        for (int asset = 0; asset < opened.length; asset++) {
            if (opened[asset] != NONE) {
                cash[asset] += worth[asset];
                all.add(trip(asset, lastDay, true));
            }
        }
        return new RoundTrips(all, closed.size());
    }
}
