package org.quantplatform.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DescendingTest {

    /** Any bits, and a few values that come often, so that many are equal. */
    @Provide
    Arbitrary<double[]> values() {
        Arbitrary<Double> bits = Arbitraries.longs().map(Double::longBitsToDouble);
        Arbitrary<Double> common = Arbitraries.of(
                Double.NaN,
                0.0,
                -0.0,
                1.0,
                -1.0,
                Math.nextUp(1.0),
                Double.MIN_VALUE,
                -Double.MIN_VALUE,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                Double.MAX_VALUE);
        return Arbitraries.oneOf(bits, common).array(double[].class).ofMaxSize(200);
    }

    @Property
    void ordersAsComparatorDoes(@ForAll("values") double[] values) {
        assertThat(Descending.order(values)).isEqualTo(compared(values));
    }

    @Example
    void ordersManyValues() {
        SplittableRandom random = new SplittableRandom(7);
        double[] values = IntStream.range(0, 5000)
                .mapToDouble(i -> random.nextInt(10) == 0 ? 0.25 : random.nextDouble() - 0.5)
                .toArray();
        assertThat(Descending.order(values)).isEqualTo(compared(values));
    }

    /** A stable sort over the places; comparing by operators, for which both zeros are equal. */
    private static int[] compared(double[] values) {
        Comparator<Integer> higherFirst = (a, b) -> values[a] > values[b] ? -1 : values[a] < values[b] ? 1 : 0;
        return IntStream.range(0, values.length)
                .filter(place -> !Double.isNaN(values[place]))
                .boxed()
                .sorted(higherFirst)
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
