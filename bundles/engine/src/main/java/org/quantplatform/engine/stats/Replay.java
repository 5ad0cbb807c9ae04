package org.quantplatform.engine.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.quantplatform.engine.sim.CashLog;
import org.quantplatform.engine.sim.SimulationResult;
import org.quantplatform.engine.sim.TradeLog;
import org.quantplatform.engine.stats.RoundTrips.RoundTrip;
import org.quantplatform.model.Side;

/** Follows positions through the logs of a simulation. */
final class Replay {

    private static final int NONE = -1;

    private final List<RoundTrip> closed = new ArrayList<>();
    private final int[] opened;
    private final double[] invested;
    private final double[] received;

    Replay(int assets) {
        this.opened = new int[assets];
        this.invested = new double[assets];
        this.received = new double[assets];
        Arrays.fill(opened, NONE);
    }

    void trade(TradeLog trades, int trade) {
        int asset = trades.asset(trade);
        int day = trades.day(trade);
        if (opened[asset] == NONE) {
            opened[asset] = day;
        }
        if (trades.side(trade) == Side.BUY) {
            invested[asset] -= trades.cash(trade);
        } else {
            received[asset] += trades.cash(trade);
        }
        closeIfEmpty(asset, day, trades.sharesAfter(trade));
    }

    void flow(CashLog flows, int entry) {
        int asset = flows.asset(entry);
        if (asset < 0) {
            return;
        }
        received[asset] += flows.amount(entry);
        closeIfEmpty(asset, flows.day(entry), flows.sharesAfter(entry));
    }

    private void closeIfEmpty(int asset, int day, double sharesAfter) {
        if (sharesAfter == 0) {
            closed.add(trip(asset, day, false));
            opened[asset] = NONE;
            invested[asset] = 0;
            received[asset] = 0;
        }
    }

    private RoundTrip trip(int asset, int day, boolean open) {
        return new RoundTrip(asset, opened[asset], day, open, invested[asset], received[asset] - invested[asset]);
    }

    RoundTrips end(SimulationResult result) {
        List<RoundTrip> all = new ArrayList<>(closed);
        for (int asset = 0; asset < opened.length; asset++) {
            if (opened[asset] != NONE) {
                received[asset] += result.finalShares()[asset] * result.finalMarks()[asset];
                all.add(trip(asset, result.lastDay(), true));
            }
        }
        return new RoundTrips(all, closed.size());
    }
}
