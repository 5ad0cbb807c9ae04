package org.quantplatform.engine.robust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTest {

    @ParameterizedTest
    @CsvSource({
        "-8, 6.22096057427174e-16",
        "-3.5, 0.00023262907903552502",
        "-3, 0.0013498980316300933",
        "-1, 0.15865525393145707",
        "-0.3, 0.3820885778110474",
        "0.7, 0.758036347776927",
        "2.9, 0.998134186699616",
        "3.1, 0.9990323967867817",
        "6, 0.9999999990134123"
    })
    void areaBelow(double x, double area) {
        assertThat(Normal.cumulative(x) / area).isCloseTo(1, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "1e-12, -7.034483825301131",
        "1e-5, -4.264890793922825",
        "0.01, -2.3263478740408408",
        "0.3, -0.5244005127080409",
        "0.5, 0",
        "0.95, 1.6448536269514722",
        "0.999, 3.090232306167813"
    })
    void quantiles(double p, double x) {
        assertThat(Normal.quantile(p)).isCloseTo(x, within(1e-12));
    }

    @Property
    void oneUndoesTheOther(@ForAll @DoubleRange(min = 0, max = 21) double power) {
        double p = Math.exp(-power);
        assertThat(Normal.cumulative(Normal.quantile(p)) / p).isCloseTo(1, within(1e-11));
    }

    @ParameterizedTest
    @CsvSource({"-0.1, NaN", "1.1, NaN", "NaN, NaN", "0, -Infinity", "1, Infinity"})
    void outside(double p, double x) {
        assertThat(Double.valueOf(Normal.quantile(p))).isEqualTo(Double.valueOf(x));
    }
}
