package org.quantplatform.engine.sweep;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Pairs of simple moving averages over one series: in after the fast one crossed above the slow one, out after it crossed
 * below. A cross is strict on both sides, from one bar to the next; averages closer than 1e-12 of their size are equal,
 * and NaN, while a window is not full or holds a gap, is on no side. These are the crosses of the strategy
 * {@code sma-cross}.
 *
 * <p>Bars are taken in tiles that stay in the processor's cache, pairs in parts on all processors; a pair's numbers do
 * not depend on the others.
 */
public final class CrossSweep {

    private static final double ROUNDING = 1e-12;
    private static final int TILE = 1024;
    private static final int LEAST_PART = 64;

    private final Trading trading;
    private final WindowMeans means;
    private final int[] fast;
    private final int[] slow;

    private CrossSweep(Trading trading, int[] fast, int[] slow) {
        this.trading = trading;
        this.means = new WindowMeans(trading.closes());
        this.fast = fast;
        this.slow = slow;
    }

    /** Bars of the fast and of the slow average, one of each per pair; pairs that share their slow one are best adjacent. */
    public static SweepResult run(int[] fast, int[] slow, Trading trading) {
        if (fast.length != slow.length) {
            throw new IllegalArgumentException(fast.length + " fast averages with " + slow.length + " slow ones");
        }
        for (int pair = 0; pair < fast.length; pair++) {
            if (fast[pair] < 1 || slow[pair] < 1) {
                throw new IllegalArgumentException(
                        "averages must be over at least 1 bar, were " + fast[pair] + " and " + slow[pair]);
            }
        }
        CrossSweep sweep = new CrossSweep(trading, fast, slow);
        double[] returns = new double[fast.length];
        int[] closed = new int[fast.length];
        int size = Math.max(
                LEAST_PART, -Math.floorDiv(-fast.length, Runtime.getRuntime().availableProcessors()));
        IntStream.range(0, -Math.floorDiv(-fast.length, size)).parallel().forEach(part -> {
            int from = part * size;
            SweepResult result = sweep.part(from, Math.min(from + size, fast.length));
            System.arraycopy(result.totalReturns(), 0, returns, from, result.totalReturns().length);
            System.arraycopy(result.closedTrades(), 0, closed, from, result.closedTrades().length);
        });
        return new SweepResult(returns, closed);
    }

    private SweepResult part(int from, int to) {
        return new Part(Arrays.copyOfRange(fast, from, to), Arrays.copyOfRange(slow, from, to)).run();
    }

    /** Some of the pairs, on one thread. */
    private final class Part {

        private final int[] fastOf;
        private final int[] slowOf;
        private final int[] windows;
        private final double[][] fastMeans;
        private final double[] low = new double[TILE];
        private final double[] high = new double[TILE];
        private final int[] sides;
        private final Positions positions;

        Part(int[] fast, int[] slow) {
            this.windows = Arrays.stream(fast).distinct().sorted().toArray();
            this.fastOf = Arrays.stream(fast)
                    .map(window -> Arrays.binarySearch(windows, window))
                    .toArray();
            this.slowOf = slow;
            this.fastMeans = new double[windows.length][TILE];
            this.sides = new int[fast.length];
            this.positions = new Positions(trading, fast.length);
        }

        SweepResult run() {
            for (int start = 0; start < trading.bars(); start += TILE) {
                tile(start, Math.min(start + TILE, trading.bars()));
            }
            return positions.result();
        }

        private void tile(int start, int end) {
            for (int i = 0; i < windows.length; i++) {
                means.fill(windows[i], start, end, fastMeans[i]);
            }
            for (int pair = 0; pair < slowOf.length; pair++) {
                if (pair == 0 || slowOf[pair] != slowOf[pair - 1]) {
                    band(slowOf[pair], start, end);
                }
                sides[pair] = follow(pair, start, end - start);
            }
        }

        /** Below {@code low} or above {@code high} is clearly on one side of the slow average. */
        private void band(int window, int start, int end) {
            means.fill(window, start, end, high);
            for (int i = 0; i < end - start; i++) {
                double width = ROUNDING * high[i];
                low[i] = high[i] - width;
                high[i] += width;
            }
        }

        /** Looks for the bars on which the fast average changes sides; between them, one comparison per bar is enough. */
        private int follow(int pair, int start, int bars) {
            double[] means = fastMeans[fastOf[pair]];
            int side = sides[pair];
            for (int i = 0; i < bars; i++) {
                if (side > 0) {
                    i = above(means, high, i, bars);
                } else if (side < 0) {
                    i = above(low, means, i, bars);
                }
                if (i < bars) {
                    int now = means[i] > high[i] ? 1 : means[i] < low[i] ? -1 : 0;
                    if (now * side < 0) {
                        positions.want(pair, start + i, now > 0);
                    }
                    side = now;
                }
            }
            return side;
        }
    }

    /** The first place from {@code i} on at which {@code upper} is not above {@code lower}. */
    private static int above(double[] upper, double[] lower, int i, int end) {
        int at = i;
        while (at < end && upper[at] > lower[at]) {
            at++;
        }
        return at;
    }
}
