package org.quantplatform.engine.figures;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.quantplatform.engine.sim.SimulationResult;
import org.quantplatform.engine.stats.RoundTrips;
import org.quantplatform.engine.stats.RoundTrips.RoundTrip;
import org.quantplatform.engine.stats.Statistics;
import org.quantplatform.model.CashFlow;
import org.quantplatform.model.Side;

/** What a run traded, with what several figures need of it. */
public final class Trading {

    private final SimulationResult result;
    private final RoundTrips trips;
    private final double[] profits;

    public Trading(SimulationResult result, RoundTrips trips) {
        this.result = result;
        this.trips = trips;
        this.profits = of(RoundTrip::profit);
    }

    RoundTrips trips() {
        return trips;
    }

    /** Of closed round trips, in the order in which they closed. */
    double[] profits() {
        return profits;
    }

    double[] of(ToDoubleFunction<RoundTrip> value) {
        return trips.ended().stream().mapToDouble(value).toArray();
    }

    double[] held() {
        return of(trip -> trip.ended() - trip.opened());
    }

    double won(Side side) {
        double[] ofSide = trips.ended().stream()
                .filter(trip -> trip.side() == side)
                .mapToDouble(RoundTrip::profit)
                .toArray();
        return Quotient.of(Gains.count(ofSide, x -> x > 0), ofSide.length);
    }

    /** Half of all that was bought and sold, over the mean equity, per year. */
    double turnover() {
        double[] equity = result.equity();
        double years = equity.length / Statistics.PERIODS;
        return result.trades().totalNotional() / 2 / Tails.mean(equity) / years;
    }

    /** Mean share of the equity that is not cash. */
    double exposure() {
        double[] equity = result.equity();
        double sum = 0;
        for (int i = 0; i < equity.length; i++) {
            sum += equity[i] == 0 ? 0 : 1 - result.cash()[i] / equity[i];
        }
        return sum / equity.length;
    }

    double finalEquity() {
        return result.equity()[result.equity().length - 1];
    }

    int fills() {
        return result.trades().size();
    }

    double commission() {
        return result.trades().totalCommission();
    }

    double tax() {
        return result.trades().totalTax();
    }

    double slippage() {
        return result.trades().totalSlippage();
    }

    double costs() {
        return commission() + slippage() + tax();
    }

    double paid(CashFlow.Kind kind) {
        return result.flows().total(kind);
    }

    static double largest(double[] values) {
        return Arrays.stream(values).max().orElse(Double.NaN);
    }
}
