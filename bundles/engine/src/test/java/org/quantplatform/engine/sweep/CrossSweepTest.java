package org.quantplatform.engine.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.quantplatform.engine.SharedFiles;

class CrossSweepTest {

    private static final int PAIRS = 1000;

    /** Total returns and closed trades on which vectorbt and a plain loop agree; ta4j closes as many positions. */
    @Example
    void agreesWithReference() {
        double[] closes = SharedFiles.benchColumn("series2520.csv");
        SweepResult result = CrossSweep.run(fast(), slow(), Trading.atClose(closes, 0.001));
        assertThat(Arrays.stream(result.totalReturns()).sum()).isCloseTo(-297.3061918325, within(1e-9));
        assertThat(Arrays.stream(result.closedTrades()).sum()).isEqualTo(20_320);
    }

    @Property(tries = 200)
    void equalsDefinition(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 3000) int bars,
            @ForAll @IntRange(min = 0, max = 3) int delay,
            @ForAll boolean gaps) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] closes = walk(random, bars, gaps);
        double[] fills = delay == 0 ? closes : walk(random, bars, gaps);
        Trading trading = new Trading(closes, fills, delay, 0.002);
        int[] fast = random.ints(150, 1, 30).toArray();
        int[] slow = random.ints(150, 1, 60).toArray();
        double[][] signals = new double[fast.length][];
        Arrays.setAll(signals, pair -> crosses(closes, fast[pair], slow[pair]));
        SweepResult expected = SignalSweep.run(signals, trading);
        SweepResult result = CrossSweep.run(fast, slow, trading);
        assertThat(result.totalReturns()).isEqualTo(expected.totalReturns());
        assertThat(result.closedTrades()).isEqualTo(expected.closedTrades());
    }

    @Example
    void gapKeepsAveragesOffAnySide() {
        double[] closes = {3, 2, 1, Double.NaN, 9, 9, 9, 8, 9, 12};
        double[] signals = crosses(closes, 1, 2);
        assertThat(signals).containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 1, 0);
        SweepResult result = CrossSweep.run(new int[] {1}, new int[] {2}, Trading.atClose(closes, 0));
        assertThat(result.totalReturns()[0]).isCloseTo(12.0 / 9 - 1, within(1e-15));
    }

    @Example
    void refusesWhatMakesNoSense() {
        Trading trading = Trading.atClose(new double[] {1, 2}, 0);
        assertThatIllegalArgumentException().isThrownBy(() -> CrossSweep.run(new int[1], new int[1], trading));
        assertThatIllegalArgumentException().isThrownBy(() -> CrossSweep.run(new int[1], new int[2], trading));
        assertThatIllegalArgumentException().isThrownBy(() -> Trading.atClose(new double[1], 1));
    }

    private static int[] fast() {
        return IntStream.range(0, PAIRS).map(pair -> 2 + pair % 40).toArray();
    }

    private static int[] slow() {
        return IntStream.range(0, PAIRS).map(pair -> 45 + 5 * (pair / 40)).toArray();
    }

    private static double[] walk(SplittableRandom random, int bars, boolean gaps) {
        double[] prices = new double[bars];
        double price = 100;
        for (int bar = 0; bar < bars; bar++) {
            price *= Math.exp(0.02 * (random.nextDouble() - 0.5));
            prices[bar] = gaps && random.nextInt(40) == 0 ? Double.NaN : price;
        }
        return prices;
    }

    /** The averages from the sums of their windows, compared on two bars at a time. */
    private static double[] crosses(double[] closes, int fast, int slow) {
        double[] signals = new double[closes.length];
        for (int bar = 1; bar < closes.length; bar++) {
            int before = side(closes, bar - 1, fast, slow);
            int now = side(closes, bar, fast, slow);
            signals[bar] = before * now < 0 ? now : 0;
        }
        return signals;
    }

    private static int side(double[] closes, int bar, int fast, int slow) {
        double difference = mean(closes, bar, fast) / mean(closes, bar, slow) - 1;
        return difference > 1e-12 ? 1 : difference < -1e-12 ? -1 : 0;
    }

    private static double mean(double[] closes, int bar, int window) {
        return bar + 1 < window
                ? Double.NaN
                : Arrays.stream(closes, bar + 1 - window, bar + 1).sum() / window;
    }
}
