package org.quantplatform.engine.stats;

import java.util.List;
import org.quantplatform.engine.sim.CashLog;
import org.quantplatform.engine.sim.SimulationResult;
import org.quantplatform.engine.sim.TradeLog;

/**
 * The lives of positions: each opens when an asset's shares leave 0 and closes when they return to 0.
 *
 * @param trips in the order in which they closed, then those still open by ticker
 * @param closed how many of them closed
 */
public record RoundTrips(List<RoundTrip> trips, int closed) {

    /**
     * One position's life.
     *
     * @param opened index of the day of the first fill
     * @param ended index of the day on which it closed, or of the last simulated day while it is open
     * @param invested cash paid for all buys, costs included
     * @param profit cash received for sells, dividends and payments, plus the value still held, minus {@code invested}
     */
    public record RoundTrip(int asset, int opened, int ended, boolean open, double invested, double profit) {}

    public RoundTrips {
        trips = List.copyOf(trips);
    }

    /** Follows all positions of a simulation. */
    public static RoundTrips of(SimulationResult result) {
        Replay replay = new Replay(result.finalShares().length);
        TradeLog trades = result.trades();
        CashLog flows = result.flows();
        int flow = 0;
        for (int trade = 0; trade < trades.size(); trade++) {
            for (; flow < flows.size() && flows.day(flow) <= trades.day(trade); flow++) {
                replay.flow(flows, flow);
            }
            replay.trade(trades, trade);
        }
        for (; flow < flows.size(); flow++) {
            replay.flow(flows, flow);
        }
        return replay.end(result);
    }

    /** Closed and open ones. */
    public int count() {
        return trips.size();
    }

    /** Share of closed ones with a profit above 0; NaN when none closed. */
    public double winRate() {
        if (closed == 0) {
            return Double.NaN;
        }
        int won = 0;
        for (int i = 0; i < closed; i++) {
            won += trips.get(i).profit > 0 ? 1 : 0;
        }
        return (double) won / closed;
    }
}
