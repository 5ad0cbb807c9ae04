package org.quantplatform.engine.stats;

import java.util.List;
import org.quantplatform.engine.sim.CashLog;
import org.quantplatform.engine.sim.Currencies;
import org.quantplatform.engine.sim.SimulationResult;
import org.quantplatform.engine.sim.TradeLog;
import org.quantplatform.model.Side;

/**
 * The lives of positions: each opens when an asset's shares leave 0 and closes when they return to 0. Money is in the
 * account's currency, each amount at the rate of its day's close.
 *
 * @param trips in the order in which they closed, then those still open by ticker
 * @param closed how many of them closed
 */
public record RoundTrips(List<RoundTrip> trips, int closed) {

    /**
     * One position's life.
     *
     * @param side {@code BUY} for a long position, {@code SELL} for a short one
     * @param opened index of the day of the first fill
     * @param ended index of the day on which it closed, or of the last simulated day while it is open
     * @param invested cash of all fills that made the position larger, costs included, positive
     * @param profit cash received for sells, dividends and payments, less what was paid, plus the value still held
     */
    public record RoundTrip(int asset, Side side, int opened, int ended, boolean open, double invested, double profit) {

        /** {@code profit / invested}; NaN when nothing was. */
        public double gain() {
            return invested == 0 ? Double.NaN : profit / invested;
        }
    }

    public RoundTrips {
        trips = List.copyOf(trips);
    }

    /** Follows all positions of a simulation. */
    public static RoundTrips of(SimulationResult result) {
        TripBook book = new TripBook(result.finalShares().length);
        TradeLog trades = result.trades();
        int flow = 0;
        for (int trade = 0; trade < trades.size(); trade++) {
            flow = flows(result, flow, trades.day(trade), book);
            int asset = trades.asset(trade);
            int day = trades.day(trade);
            double received = trades.cash(trade) * rate(result.currencies(), asset, day);
            book.trade(asset, day, trades.sharesAfter(trade), received);
        }
        flows(result, flow, result.lastDay(), book);
        double[] worth = result.finalShares().clone();
        for (int asset = 0; asset < worth.length; asset++) {
            if (worth[asset] != 0) {
                worth[asset] *= result.finalMarks()[asset] * rate(result.currencies(), asset, result.lastDay());
            }
        }
        return book.end(result.lastDay(), worth);
    }

    /** Takes over flows from number {@code from} up to a day, and returns the number of the next one. */
    private static int flows(SimulationResult result, int from, int day, TripBook book) {
        CashLog flows = result.flows();
        int flow = from;
        for (; flow < flows.size() && flows.day(flow) <= day; flow++) {
            int asset = flows.asset(flow);
            if (asset >= 0) {
                double received = flows.amount(flow) * rate(result.currencies(), asset, flows.day(flow));
                book.flow(asset, flows.day(flow), flows.sharesAfter(flow), received);
            }
        }
        return flow;
    }

    private static double rate(Currencies currencies, int asset, int day) {
        return currencies.rate(currencies.of(asset), day);
    }

    /** Closed and open ones. */
    public int count() {
        return trips.size();
    }

    /** Those that closed. */
    public List<RoundTrip> ended() {
        return trips.subList(0, closed);
    }

    /** Share of closed ones with a profit above 0; NaN when none closed. */
    public double winRate() {
        if (closed == 0) {
            return Double.NaN;
        }
        int won = 0;
        for (RoundTrip trip : ended()) {
            won += trip.profit > 0 ? 1 : 0;
        }
        return (double) won / closed;
    }
}
