package org.quantplatform.engine.positions;

import java.util.Arrays;
import java.util.List;
import org.quantplatform.engine.stats.RoundTrips;
import org.quantplatform.engine.stats.TripBook;
import org.quantplatform.model.CashFlow;
import org.quantplatform.model.Trade;

/**
 * Where a run's profit came from, in the account's currency, each amount at the rate of its day's close. The profits of all
 * assets, or of all spans, and {@link #rest} add up to the change of the equity.
 */
public final class Attribution {

    /** What one asset, or all of them in one span of time, brought. */
    public static final class Part {

        private double profit;
        private double dividends;
        private double costs;
        private double traded;
        private int fills;
        private double weights;
        private int closes;

        /** Change of value plus cash received less cash paid; costs are taken off, dividends are in. */
        public double profit() {
            return profit;
        }

        /** After tax that was kept back; negative for short positions. */
        public double dividends() {
            return dividends;
        }

        /** Commission, taxes and slippage, positive. */
        public double costs() {
            return costs;
        }

        /** Executed value of buys and sells. */
        public double traded() {
            return traded;
        }

        public int fills() {
            return fills;
        }

        /** Sum of the shares of the equity at all closes, negative for short positions. */
        public double weights() {
            return weights;
        }

        /** Closes at which a position was there. */
        public int closes() {
            return closes;
        }

        /** Takes over another part. */
        public void add(Part other) {
            profit += other.profit;
            dividends += other.dividends;
            costs += other.costs;
            traded += other.traded;
            fills += other.fills;
            weights += other.weights;
            closes += other.closes;
        }
    }

    private final Part[] ofAsset;
    private final Part[] ofSpan;
    private final TripBook book;
    private double rest;
    private RoundTrips trips = new RoundTrips(List.of(), 0);

    private Attribution(int assets, int spans) {
        this.ofAsset = parts(assets);
        this.ofSpan = parts(spans);
        this.book = new TripBook(assets);
    }

    private static Part[] parts(int count) {
        Part[] parts = new Part[count];
        Arrays.setAll(parts, i -> new Part());
        return parts;
    }

    /** @param spanOf for each day of the run the place of its span, such as its year, from 0 to below {@code spans} */
    public static Attribution of(History history, int[] spanOf, int spans) {
        Attribution attribution = new Attribution(history.prices().assets(), spans);
        PositionReplay.follow(history, attribution.new Recorder(history, spanOf));
        double change = history.equity(history.lastDay()) - history.capital();
        attribution.rest = change
                - Arrays.stream(attribution.ofAsset).mapToDouble(Part::profit).sum();
        return attribution;
    }

    public Part ofAsset(int asset) {
        return ofAsset[asset];
    }

    public Part ofSpan(int span) {
        return ofSpan[span];
    }

    /** What no position brought: interest, fees of the account, and what its cash gained or lost by exchange rates. */
    public double rest() {
        return rest;
    }

    /** The lives of all positions. */
    public RoundTrips trips() {
        return trips;
    }

    private final class Recorder implements Follower {

        private final History history;
        private final int[] spanOf;
        private double before;

        Recorder(History history, int[] spanOf) {
            this.history = history;
            this.spanOf = spanOf;
        }

        @Override
        public void moved(Move move) {
            Part span = ofSpan[spanOf[move.day() - history.firstDay()]];
            count(move, ofAsset[move.asset()]);
            count(move, span);
            if (move.trade() == null) {
                book.flow(move.asset(), move.day(), move.after(), move.cash());
            } else {
                book.trade(move.asset(), move.day(), move.after(), move.cash());
            }
        }

        private void count(Move move, Part part) {
            part.profit += move.cash();
            Trade trade = move.trade();
            CashFlow flow = move.flow();
            if (trade != null) {
                double rate = history.rate(move.day());
                part.costs += (trade.commission() + trade.tax() + trade.slippage()) * rate;
                part.traded += trade.notional() * rate;
                part.fills++;
            } else if (flow != null && isDividend(flow.kind())) {
                part.dividends += move.cash();
            }
        }

        @Override
        public void closed(int day, Positions positions) {
            Part span = ofSpan[spanOf[day - history.firstDay()]];
            double equity = history.equity(day);
            double total = 0;
            for (int place = 0; place < positions.count(); place++) {
                double value = positions.value(place);
                double weight = equity > 0 ? value / equity : Double.NaN;
                total += value;
                Part part = ofAsset[positions.asset(place)];
                part.weights += weight;
                part.closes++;
                span.weights += weight;
            }
            span.closes += positions.count() > 0 ? 1 : 0;
            span.profit += total - before;
            before = total;
            if (day == history.lastDay()) {
                end(positions);
            }
        }

        private void end(Positions positions) {
            double[] worth = new double[ofAsset.length];
            for (int asset = 0; asset < worth.length; asset++) {
                worth[asset] = positions.worth(asset);
                ofAsset[asset].profit += worth[asset];
            }
            trips = book.end(history.lastDay(), worth);
        }
    }

    private static boolean isDividend(CashFlow.Kind kind) {
        return kind == CashFlow.Kind.DIVIDEND || kind == CashFlow.Kind.WITHHOLDING;
    }
}
