package org.quantplatform.engine.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class WindowMeansTest {

    /** After prices of a billion as after any other, to the last bits of the window's own sum. */
    @Property(tries = 50)
    void areAsExactAsSumsOfTheirWindow(@ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int window) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[5000];
        for (int bar = 0; bar < values.length; bar++) {
            values[bar] = (bar < 2500 ? 1e9 : 1e-3) * (1 + random.nextDouble());
        }
        double[] means = new double[values.length];
        new WindowMeans(values).fill(window, 0, values.length, means);
        for (int bar = 2500 + window; bar < values.length; bar += 97) {
            double exact = exact(values, bar, window);
            assertThat(Math.abs(means[bar] - exact)).isLessThanOrEqualTo(1e-12 * exact);
        }
    }

    @Example
    void windowWithGapHasNoMean() {
        double[] means = new double[6];
        new WindowMeans(new double[] {1, 2, 0, 4, 6, 8}).fill(2, 0, 6, means);
        assertThat(means).containsExactly(Double.NaN, 1.5, Double.NaN, Double.NaN, 5, 7);
    }

    private static double exact(double[] values, int bar, int window) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = bar + 1 - window; i <= bar; i++) {
            sum = sum.add(new BigDecimal(values[i]));
        }
        return sum.divide(BigDecimal.valueOf(window), MathContext.DECIMAL128).doubleValue();
    }
}
