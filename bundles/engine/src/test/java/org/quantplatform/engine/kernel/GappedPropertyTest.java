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

class GappedPropertyTest {

    /** A kernel and its definition over one window, which starts no earlier than the first known value. */
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

    private static final int DAYS = 150;

    private static final List<Case> CASES = List.of(
            new Case("count", Gapped::count, w -> NaiveGapped.known(w).length),
            new Case(
                    "sum",
                    Gapped::sum,
                    w -> NaiveGapped.known(w).length == 0
                            ? Double.NaN
                            : Arrays.stream(NaiveGapped.known(w)).sum()),
            new Case("mean", Gapped::mean, w -> NaiveGapped.mean(NaiveGapped.known(w))),
            new Case("variance", Gapped::variance, NaiveGapped::variance),
            new Case("standardDeviation", Gapped::standardDeviation, w -> Math.sqrt(NaiveGapped.variance(w))),
            new Case("min", Gapped::min, w -> Arrays.stream(NaiveGapped.known(w))
                    .min()
                    .orElse(Double.NaN)),
            new Case("max", Gapped::max, w -> Arrays.stream(NaiveGapped.known(w))
                    .max()
                    .orElse(Double.NaN)),
            new Case("placeOfMin", Gapped::placeOfMin, w -> NaiveGapped.place(w, -1)),
            new Case("placeOfMax", Gapped::placeOfMax, w -> NaiveGapped.place(w, 1)),
            new Case("percentile", Gapped::percentile, NaiveGapped::percentile),
            new Case("quantile", (in, n, out) -> Gapped.quantile(in, n, 0.8, out), w -> NaiveGapped.quantile(w, 0.8)),
            new Case("meanAbsoluteDeviation", Gapped::meanAbsoluteDeviation, NaiveGapped::deviation),
            new Case("skewness", Gapped::skewness, NaiveGapped::skewness),
            new Case("kurtosis", Gapped::kurtosis, NaiveGapped::kurtosis),
            new Case("slope", Gapped::slope, NaiveGapped::slope),
            new Case("rSquare", Gapped::rSquare, NaiveGapped::rSquare),
            new Case("residual", Gapped::residual, NaiveGapped::residual),
            new Case("linearMean", Gapped::linearMean, w -> NaiveGapped.weightedMean(w, day -> day)),
            new Case(
                    "decay",
                    (in, n, out) -> Gapped.decay(in, n, 0.9, out),
                    w -> NaiveGapped.weightedMean(w, day -> Math.pow(0.9, w.length - day))));

    @Provide
    Arbitrary<Case> cases() {
        return Arbitraries.of(CASES);
    }

    /** Ties, single gaps, long gaps and a late start; on a high level now and then. */
    private static double[] series(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[DAYS];
        double level = random.nextInt(3) == 0 ? 1e4 : 1;
        int gap = random.nextInt(20);
        for (int i = 0; i < DAYS; i++) {
            if (gap == 0 && random.nextInt(15) == 0) {
                gap = random.nextInt(4) == 0 ? 40 : 1;
            }
            values[i] = gap > 0 ? Double.NaN : level + (random.nextInt(4) == 0 ? 0.25 : random.nextDouble());
            gap = Math.max(0, gap - 1);
        }
        return values;
    }

    private static double[] window(double[] in, int window, int t) {
        return Arrays.copyOfRange(in, Math.max(Gapped.firstKnown(in), t - window + 1), t + 1);
    }

    private static boolean varies(double[] window) {
        double[] known = NaiveGapped.known(window);
        return Arrays.stream(known).distinct().count() > 1;
    }

    @Property(tries = 1000)
    void equalsItsDefinition(
            @ForAll("cases") Case kernel, @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int window) {
        double[] in = series(seed);
        double[] out = new double[DAYS];
        kernel.kernel.run(in, window, out);

        for (int t = Gapped.firstKnown(in); t < DAYS; t++) {
            double[] last = window(in, window, t);
            if (!varies(last) && List.of("skewness", "kurtosis", "rSquare").contains(kernel.name)) {
                assertThat(out[t]).isNaN();
                continue;
            }
            double expected = kernel.definition.of(last);
            if (Double.isNaN(expected)) {
                assertThat(out[t]).as("day %d", t).isNaN();
            } else {
                assertThat(out[t]).as("day %d", t).isCloseTo(expected, within(1e-6 * Math.max(1, Math.abs(expected))));
            }
        }
    }

    @Property(tries = 500)
    void cuttingTheSeriesOffChangesNoEarlierBit(
            @ForAll("cases") Case kernel,
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 60) int window,
            @ForAll @IntRange(min = 1, max = DAYS) int cut) {
        double[] in = series(seed);
        double[] whole = new double[DAYS];
        double[] head = new double[cut];
        kernel.kernel.run(in, window, whole);
        kernel.kernel.run(Arrays.copyOf(in, cut), window, head);

        assertThat(bits(head)).isEqualTo(bits(Arrays.copyOf(whole, cut)));
    }

    @Property(tries = 300)
    void pairsEqualTheirDefinition(
            @ForAll long seed, @ForAll long otherSeed, @ForAll @IntRange(min = 1, max = 60) int window) {
        double[] a = series(seed);
        double[] b = series(otherSeed);
        double[] covariance = new double[DAYS];
        double[] correlation = new double[DAYS];
        double[] beta = new double[DAYS];
        Gapped.covariance(a, b, window, covariance);
        Gapped.correlation(a, b, window, correlation);
        Gapped.beta(a, b, window, beta);
        double[] bothA = where(a, b);
        double[] bothB = where(b, a);

        for (int t = 0; t < DAYS; t++) {
            double[] x = NaiveGapped.known(Arrays.copyOfRange(bothA, Math.max(0, t - window + 1), t + 1));
            double[] y = NaiveGapped.known(Arrays.copyOfRange(bothB, Math.max(0, t - window + 1), t + 1));
            double expected = NaiveGapped.covariance(x, y);
            assertClose(covariance[t], expected);
            assertClose(correlation[t], varies(x) && varies(y) ? expected / deviation(x) / deviation(y) : Double.NaN);
            assertClose(beta[t], varies(y) ? expected / (deviation(y) * deviation(y)) : Double.NaN);
        }
    }

    private static double[] where(double[] values, double[] known) {
        double[] both = values.clone();
        for (int t = 0; t < both.length; t++) {
            both[t] += 0 * known[t];
        }
        return both;
    }

    private static double deviation(double[] values) {
        return Math.sqrt(NaiveGapped.covariance(values, values));
    }

    private static void assertClose(double value, double expected) {
        if (Double.isNaN(expected)) {
            assertThat(value).isNaN();
        } else {
            assertThat(value).isCloseTo(expected, within(1e-6 * Math.max(1, Math.abs(expected))));
        }
    }

    private static long[] bits(double[] values) {
        return Arrays.stream(values).mapToLong(Double::doubleToLongBits).toArray();
    }

    /** pandas 3.1: {@code Series([1, 2, nan, 4]).ewm(span=3, min_periods=1).mean()}. */
    @Example
    void emaCarriesItsValueOverGaps() {
        double[] out = new double[4];
        Gapped.ema(new double[] {1, 2, Double.NaN, 4}, 3, out);
        assertThat(out).containsExactly(new double[] {1, 5.0 / 3, 5.0 / 3, 37.0 / 11}, within(1e-15));
    }

    @Example
    void whatLeftTheWindowLeavesNoTrace() {
        double[] in = {1e18, Double.NaN, Double.NaN, Double.NaN, 1, 2, 3, 5};
        double[] out = new double[in.length];
        Gapped.variance(in, 3, out);
        assertThat(out).containsExactly(NaN, NaN, NaN, NaN, NaN, 0.5, 1, 7.0 / 3);
        Gapped.sum(in, 3, out);
        assertThat(out).containsExactly(1e18, 1e18, 1e18, NaN, 1, 3, 6, 10);
    }

    private static final double NaN = Double.NaN;

    @Example
    void equalValuesDoNotVary() {
        double[] in = new double[50];
        Arrays.setAll(in, i -> i % 7 == 3 ? Double.NaN : 0.1);
        double[] out = new double[50];
        Gapped.variance(in, 9, out);
        assertThat(Arrays.copyOfRange(out, 1, 50)).containsOnly(0);
        Gapped.correlation(in, in, 9, out);
        assertThat(out).containsOnly(Double.NaN);
        Gapped.rSquare(in, 9, out);
        assertThat(out).containsOnly(Double.NaN);
    }

    @Example
    void valuesThatDifferByRoundingDoNotVary() {
        double[] in = new double[30];
        Arrays.setAll(in, i -> i % 2 == 0 ? 0.3 : 0.1 + 0.2);
        double[] time = new double[30];
        Arrays.setAll(time, i -> i);
        double[] out = new double[30];
        Gapped.correlation(in, time, 10, out);
        assertThat(out).containsOnly(Double.NaN);
    }

    @Example
    void sumsDoNotDriftOverALongColumn() {
        double[] in = new double[1_000_000];
        Arrays.setAll(in, i -> i % 3 == 0 ? 1e12 : 0.1);
        Arrays.fill(in, 999_900, in.length, 0.1);
        double[] out = new double[in.length];
        Gapped.standardDeviation(in, 20, out);
        assertThat(out[999_950]).isZero();
        Gapped.mean(in, 20, out);
        assertThat(out[999_999]).isCloseTo(0.1, within(1e-16));
    }

    @Example
    void refusesWhatItCannotMean() {
        double[] in = {1, 2};
        assertThatThrownBy(() -> Gapped.sum(in, 1, in)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Gapped.quantile(in, 1, 1.1, new double[2])).hasMessageContaining("quantile");
        assertThatThrownBy(() -> Gapped.ema(in, 0.5, new double[2])).hasMessageContaining("span");
        assertThatThrownBy(() -> Gapped.decay(in, 1, 0, new double[2])).hasMessageContaining("day before");
    }
}
