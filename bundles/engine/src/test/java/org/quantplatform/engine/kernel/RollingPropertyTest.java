package org.quantplatform.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class RollingPropertyTest {

    /** A kernel and its definition, computed anew for each window. */
    record Case(String name, Kernel kernel, Definition definition) {
        @Override
        public String toString() {
            return name;
        }
    }

    interface Kernel {
        void run(double[] in, int window, double[] out);
    }

    interface Definition {
        double of(double[] window);
    }

    private static final double[] OTHER = series(99, 400);

    private static final List<Case> CASES = List.of(
            new Case("sum", Rolling::sum, w -> Arrays.stream(w).sum()),
            new Case("mean", Rolling::mean, Naive::mean),
            new Case("standardDeviation", Rolling::standardDeviation, w -> Math.sqrt(Naive.covariance(w, w))),
            new Case("min", Rolling::min, w -> Arrays.stream(w).min().orElseThrow()),
            new Case("max", Rolling::max, w -> Arrays.stream(w).max().orElseThrow()),
            new Case("rank", Rolling::rank, Naive::rankOfLast),
            new Case("median", (in, n, out) -> Rolling.quantile(in, n, 0.5, out), w -> Naive.quantile(w, 0.5)),
            new Case("quantile", (in, n, out) -> Rolling.quantile(in, n, 0.9, out), w -> Naive.quantile(w, 0.9)),
            new Case("slope", Rolling::slope, Naive::slope),
            new Case("ema", Rolling::ema, w -> Naive.ema(w, w.length)),
            new Case("emaOfSpan", (in, n, out) -> Rolling.ema(in, 5, n, out), w -> Naive.ema(w, 5)),
            new Case(
                    "covarianceWithItself",
                    (in, n, out) -> Rolling.covariance(in, in, n, out),
                    w -> Naive.covariance(w, w)));

    @Provide
    Arbitrary<Case> cases() {
        return Arbitraries.of(CASES);
    }

    private static double[] series(long seed, int days) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[days];
        double level = random.nextInt(3) == 0 ? 1e6 : 1;
        for (int i = 0; i < days; i++) {
            int kind = random.nextInt(30);
            // ties and gaps included
            values[i] = kind == 0 ? Double.NaN : kind < 4 ? level : level + random.nextDouble();
        }
        return values;
    }

    private static void assertClose(double value, double expected, double scale) {
        if (Double.isNaN(expected)) {
            assertThat(value).isNaN();
            return;
        }
        assertThat(value).isCloseTo(expected, within(1e-9 * Math.max(1, scale)));
    }

    @Property(tries = 600)
    void equalsItsDefinition(
            @ForAll("cases") Case kernel,
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 120) int days,
            @ForAll @IntRange(min = 1, max = 40) int window) {
        double[] in = series(seed, days);
        double[] out = new double[days];
        kernel.kernel.run(in, window, out);

        for (int t = 0; t < days; t++) {
            double expected = Double.NaN;
            if (t >= window - 1) {
                double[] last = Arrays.copyOfRange(in, t - window + 1, t + 1);
                boolean gap = Arrays.stream(last).anyMatch(Double::isNaN);
                expected = gap ? Double.NaN : kernel.definition.of(last);
            }
            assertClose(out[t], expected, Math.abs(expected));
        }
    }

    @Property(tries = 300)
    void cuttingTheSeriesOffChangesNoEarlierBit(
            @ForAll("cases") Case kernel,
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 40) int window,
            @ForAll @IntRange(min = 1, max = 120) int cut) {
        double[] in = series(seed, 120);
        double[] whole = new double[120];
        double[] head = new double[cut];
        kernel.kernel.run(in, window, whole);
        kernel.kernel.run(Arrays.copyOf(in, cut), window, head);

        for (int t = 0; t < cut; t++) {
            assertThat(Double.doubleToRawLongBits(head[t])).isEqualTo(Double.doubleToRawLongBits(whole[t]));
        }
    }

    @Property(tries = 300)
    void pairsEqualTheirDefinition(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int window) {
        double[] in = series(seed, OTHER.length);
        double[] covariance = new double[in.length];
        double[] correlation = new double[in.length];
        Rolling.covariance(in, OTHER, window, covariance);
        Rolling.correlation(in, OTHER, window, correlation);

        for (int t = window - 1; t < in.length; t++) {
            double[] a = Arrays.copyOfRange(in, t - window + 1, t + 1);
            double[] b = Arrays.copyOfRange(OTHER, t - window + 1, t + 1);
            double expected = Naive.covariance(a, b);
            assertClose(covariance[t], expected, 1);
            double scale = Math.sqrt(Naive.covariance(a, a) * Naive.covariance(b, b));
            if (scale > 1e-9) {
                assertThat(correlation[t]).isCloseTo(expected / scale, within(1e-7));
            }
        }
    }

    @Example
    void whatLeftTheWindowLeavesNoTrace() {
        double[] in = {1e18, 1, 2, 3, 4, 5};
        double[] out = new double[in.length];

        Rolling.sum(in, 3, out);
        assertThat(out).containsExactly(Double.NaN, Double.NaN, 1e18 + 3, 6, 9, 12);
        Rolling.standardDeviation(in, 3, out);
        assertThat(Arrays.copyOfRange(out, 3, 6)).containsExactly(1, 1, 1);
    }

    @Example
    void equalValuesDoNotVary() {
        double[] in = new double[50];
        Arrays.fill(in, 0.1);
        double[] out = new double[50];

        Rolling.standardDeviation(in, 7, out);
        assertThat(Arrays.copyOfRange(out, 6, 50)).containsOnly(0);
        Rolling.correlation(in, in, 7, out);
        assertThat(out).containsOnly(Double.NaN);
    }

    @Example
    void aSmallVariationOnALargeLevelIsSeen() {
        double[] in = new double[2000];
        Arrays.setAll(in, i -> 1e9 + i % 2);
        double[] out = new double[2000];
        Rolling.standardDeviation(in, 250, out);

        assertThat(out[1999]).isCloseTo(Math.sqrt(0.25 * 250 / 249), within(1e-12));
    }

    @Example
    void aWindowLongerThanTheSeriesGivesNaN() {
        for (Case kernel : CASES) {
            double[] out = new double[3];
            kernel.kernel.run(new double[] {1, 2, 3}, 4, out);
            assertThat(out).as(kernel.name).containsOnly(Double.NaN);
        }
    }

    @Example
    void refusesToWriteIntoItsInput() {
        double[] in = {1, 2};
        assertThatThrownBy(() -> Rolling.sum(in, 1, in)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Rolling.sum(in, 0, new double[2])).hasMessageContaining("window");
        assertThatThrownBy(() -> Rolling.quantile(in, 1, 1.1, new double[2])).hasMessageContaining("quantile");
        assertThatThrownBy(() -> Rolling.ema(in, 0.5, 1, new double[2])).hasMessageContaining("span");
    }
}
