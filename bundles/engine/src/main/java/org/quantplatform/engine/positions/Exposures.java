package org.quantplatform.engine.positions;

import java.util.Arrays;

/**
 * How much of the equity was in positions at each close; fractions of that day's equity, NaN where it is not above 0.
 */
public final class Exposures {

    private final double[] longs;
    private final double[] shorts;
    private final int[] held;
    private final double[] largest;
    private final double[] concentration;
    private final double[][] nets;
    private final double[][] gross;
    private final double[] weights;
    private final double[] most;
    private final int[] daysHeld;

    private Exposures(int days, int groups, int assets) {
        this.longs = new double[days];
        this.shorts = new double[days];
        this.held = new int[days];
        this.largest = new double[days];
        this.concentration = new double[days];
        this.nets = new double[groups][days];
        this.gross = new double[groups][days];
        this.weights = new double[assets];
        this.most = new double[assets];
        this.daysHeld = new int[assets];
    }

    /** @param groupOf place of each asset's group, such as its sector, from 0 to below {@code groups} */
    public static Exposures of(History history, int[] groupOf, int groups) {
        Exposures exposures = new Exposures(history.equity().length, groups, groupOf.length);
        PositionReplay.follow(history, exposures.new Recorder(history, groupOf));
        return exposures;
    }

    /** Value of long positions. */
    public double[] longs() {
        return longs;
    }

    /** Value of short positions, negative. */
    public double[] shorts() {
        return shorts;
    }

    /** Number of positions. */
    public int[] held() {
        return held;
    }

    /** Largest position without its sign. */
    public double[] largest() {
        return largest;
    }

    /** Herfindahl index: sum of squared shares of the gross value, 1 for a single position; NaN without any. */
    public double[] concentration() {
        return concentration;
    }

    /** Long and short positions of a group together. */
    public double[] net(int group) {
        return nets[group];
    }

    /** Positions of a group without their signs. */
    public double[] gross(int group) {
        return gross[group];
    }

    /** Mean over all days, those without the asset included; negative for short positions. */
    public double meanWeight(int asset) {
        return weights[asset] / longs.length;
    }

    /** Largest without its sign. */
    public double largestWeight(int asset) {
        return most[asset];
    }

    /** Closes at which the asset was held. */
    public int daysHeld(int asset) {
        return daysHeld[asset];
    }

    private final class Recorder implements Follower {

        private final History history;
        private final int[] groupOf;

        Recorder(History history, int[] groupOf) {
            this.history = history;
            this.groupOf = groupOf;
        }

        @Override
        public void moved(Move move) {
            // only what stands at the close counts
        }

        @Override
        public void closed(int day, Positions positions) {
            int at = day - history.firstDay();
            double equity = history.equity(day);
            double whole = equity > 0 ? equity : Double.NaN;
            double squares = 0;
            for (int place = 0; place < positions.count(); place++) {
                double weight = positions.value(place) / whole;
                squares += weight * weight;
                add(at, positions.asset(place), weight);
            }
            double all = longs[at] - shorts[at];
            held[at] = positions.count();
            concentration[at] = all == 0 ? Double.NaN : squares / (all * all);
        }

        private void add(int at, int asset, double weight) {
            double size = Math.abs(weight);
            longs[at] += Math.max(weight, 0);
            shorts[at] += Math.min(weight, 0);
            largest[at] = Math.max(largest[at], size);
            nets[groupOf[asset]][at] += weight;
            gross[groupOf[asset]][at] += size;
            weights[asset] += weight;
            most[asset] = Math.max(most[asset], size);
            daysHeld[asset]++;
        }
    }

    /** Mean of the values that are numbers; NaN without any. */
    public static double mean(double[] values) {
        return Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }
}
