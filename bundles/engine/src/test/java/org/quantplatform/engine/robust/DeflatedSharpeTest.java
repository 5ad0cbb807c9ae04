package org.quantplatform.engine.robust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class DeflatedSharpeTest {

    private static final Offset<Double> ROUNDING = within(1e-12);
    private static final Offset<Double> AS_PRINTED = within(5e-5);

    /** The worked example of the paper: annualised ratio 2.5 over five years of 250 days, variance one half. */
    private static final SharpeSample PAPER = new SharpeSample(2.5 / Math.sqrt(250), -3, 10, 1250);

    @Test
    void workedExampleOfThePaper() {
        assertThat(DeflatedSharpe.expectedMaximum(100, 0.5 / 250)).isCloseTo(0.1132, AS_PRINTED);
        assertThat(DeflatedSharpe.probability(PAPER, 100, 0.5 / 250)).isCloseTo(0.9004, AS_PRINTED);
        assertThat(DeflatedSharpe.probability(PAPER, 46, 0.5 / 250)).isCloseTo(0.9505, AS_PRINTED);
        assertThat(DeflatedSharpe.probability(PAPER, 100, 0.5 / 250)).isCloseTo(0.9003968344493903, ROUNDING);
    }

    @Test
    void hedgeFundOfTheSharpeRatioFrontier() {
        double monthly = 1.59 / Math.sqrt(12);
        assertThat(new SharpeSample(monthly, -2.448, 10.164, 24).probabilityAbove(0))
                .isCloseTo(0.9136401638918606, ROUNDING);
        assertThat(new SharpeSample(monthly, 0, 3, 24).probabilityAbove(0)).isCloseTo(0.981858472823098, ROUNDING);
    }

    @Test
    void trackRecordsOfTheSharpeRatioFrontier() {
        assertThat(years(252, 0, 3)).isCloseTo(2.73, within(0.005));
        assertThat(years(52, 0, 3)).isCloseTo(2.83, within(0.005));
        assertThat(years(12, 0, 3)).isCloseTo(3.24, within(0.005));
        assertThat(years(12, -0.72, 5.78)).isCloseTo(4.99, within(0.005));
    }

    /** To tell an annualised ratio of 2 from 1. */
    private static double years(int periods, double skewness, double kurtosis) {
        SharpeSample sample = new SharpeSample(2 / Math.sqrt(periods), skewness, kurtosis, 0);
        return sample.minimumTrackRecord(1 / Math.sqrt(periods), 0.95) / periods;
    }

    @Test
    void sampleOfReturns() {
        SharpeSample sample = SharpeSample.of(Trials.of(203, 7)[3]);

        assertThat(sample.sharpe()).isCloseTo(-0.02986283646920324, ROUNDING);
        assertThat(sample.skewness()).isCloseTo(0.030162706855568995, ROUNDING);
        assertThat(sample.kurtosis()).isCloseTo(1.5365063441593023, ROUNDING);
        assertThat(sample.probabilityAbove(0.01)).isCloseTo(0.2856056243870202, ROUNDING);
    }

    @Test
    void whatHasNoAnswerIsNaN() {
        assertThat(SharpeSample.of(new double[] {0.01}).probabilityAbove(0)).isNaN();
        assertThat(SharpeSample.of(new double[] {0, 0, 0}).probabilityAbove(0)).isNaN();
        assertThat(SharpeSample.of(new double[] {0.01, Double.NaN, 0.02}).probabilityAbove(0))
                .isNaN();
        assertThat(DeflatedSharpe.probability(PAPER, 10, Double.NaN)).isNaN();
        assertThat(PAPER.minimumTrackRecord(1, 0.95)).isInfinite();
    }

    @Test
    void singleTrialIsNotDeflated() {
        assertThat(DeflatedSharpe.expectedMaximum(1, 0.01)).isZero();
        assertThat(DeflatedSharpe.probability(PAPER, 1, 0.01)).isEqualTo(PAPER.probabilityAbove(0));
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> DeflatedSharpe.expectedMaximum(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DeflatedSharpe.expectedMaximum(2, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PAPER.minimumTrackRecord(0, 0.5)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void moreTrialsDeflateMore(
            @ForAll @IntRange(min = 1, max = 1_000_000) int trials,
            @ForAll @DoubleRange(min = 0.01, max = 1) double variance) {
        assertThat(DeflatedSharpe.expectedMaximum(trials + 1.0, variance))
                .isGreaterThan(DeflatedSharpe.expectedMaximum(trials, variance));
        assertThat(DeflatedSharpe.probability(PAPER, trials, variance)).isBetween(0.0, 1.0);
    }
}
