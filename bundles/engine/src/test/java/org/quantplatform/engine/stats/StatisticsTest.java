package org.quantplatform.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class StatisticsTest {

    private static final Offset<Double> ROUNDING = within(1e-12);
    private static final double[] RETURNS = {0.1, -0.2, 0.05, 0.1};
    private static final double[] BENCHMARK = {0.05, -0.1, 0, 0.02};

    @Test
    void returnsAreSimple() {
        assertThat(Statistics.returns(new double[] {100, 110, 99})).containsExactly(new double[] {0.1, -0.1}, ROUNDING);
        assertThat(Statistics.returns(new double[0])).isEmpty();
    }

    @Test
    void smallCaseByHand() {
        double growth = 1.1 * 0.8 * 1.05 * 1.1;
        assertThat(Statistics.totalReturn(RETURNS)).isCloseTo(growth - 1, ROUNDING);
        assertThat(Statistics.annualizedReturn(RETURNS)).isCloseTo(Math.pow(growth, 63) - 1, ROUNDING);
        assertThat(Statistics.maxDrawdown(RETURNS)).isCloseTo(-0.2, ROUNDING);
        assertThat(Statistics.maxDrawdown(new double[] {-0.5, 0.5})).isCloseTo(-0.5, ROUNDING);
        assertThat(Statistics.downsideRisk(RETURNS, 0)).isCloseTo(0.1 * Math.sqrt(252), ROUNDING);
        assertThat(Statistics.omega(RETURNS)).isCloseTo(0.25 / 0.2, ROUNDING);
        assertThat(Statistics.quantile(RETURNS, 0.5)).isCloseTo(0.075, ROUNDING);
        assertThat(Statistics.conditionalValueAtRisk(RETURNS, 0.5)).isCloseTo(-0.075, ROUNDING);
        assertThat(Statistics.positiveShare(RETURNS)).isEqualTo(0.75);
    }

    @Test
    void captureTakesDaysOnWhichTheBenchmarkMoved() {
        assertThat(Statistics.downCapture(RETURNS, BENCHMARK))
                .isCloseTo((Math.pow(0.8, 252) - 1) / (Math.pow(0.9, 252) - 1), ROUNDING);
        double up = (Math.pow(1.1 * 1.1, 126) - 1) / (Math.pow(1.05 * 1.02, 126) - 1);
        assertThat(Statistics.upCapture(RETURNS, BENCHMARK) / up).isCloseTo(1, ROUNDING);
    }

    @Test
    void flatReturnsHaveNoRatios() {
        PerformanceSummary flat = PerformanceSummary.of(new double[] {0, 0, 0}, null, 0);

        assertThat(flat.totalReturn()).isZero();
        assertThat(flat.annualizedVolatility()).isZero();
        assertThat(flat.maxDrawdown()).isZero();
        assertThat(flat.sharpeRatio()).isNaN();
        assertThat(flat.sortinoRatio()).isNaN();
        assertThat(flat.calmarRatio()).isNaN();
        assertThat(flat.omega()).isNaN();
        assertThat(flat.tailRatio()).isNaN();
        assertThat(flat.skew()).isNaN();
        assertThat(flat.stability()).isNaN();
    }

    @Test
    void tooFewReturnsGiveNaN() {
        PerformanceSummary.of(new double[0], null, 0).asMap().forEach((name, value) -> {
            if (!name.equals("total_return")) {
                assertThat(value).as(name).isNaN();
            }
        });
        assertThat(PerformanceSummary.of(new double[] {0.1}, null, 0).sharpeRatio())
                .isNaN();
    }

    @Test
    void aNaNAmongTheReturnsShows() {
        PerformanceSummary.of(new double[] {0.1, Double.NaN, -0.1}, BENCHMARK_OF_THREE, 0)
                .asMap()
                .forEach((name, value) -> {
                    if (!name.equals("benchmark_return") && !name.endsWith("capture")) {
                        assertThat(value).as(name).isNaN();
                    }
                });
    }

    private static final double[] BENCHMARK_OF_THREE = {0.1, 0.1, -0.1};

    @Test
    void namesAreSnakeCase() {
        assertThat(PerformanceSummary.of(RETURNS, BENCHMARK, 0).asMap())
                .containsKeys(
                        "total_return", "var_historical_95", "cvar_historical_99", "excess_kurtosis", "up_capture")
                .containsEntry("beta", Statistics.beta(RETURNS, BENCHMARK))
                .hasSize(26);
    }

    @Test
    void withoutABenchmarkComparisonsAreNaN() {
        PerformanceSummary alone = PerformanceSummary.of(RETURNS, null, 0);

        assertThat(new double[] {alone.alpha(), alone.beta(), alone.upCapture(), alone.informationRatio()})
                .containsOnly(Double.NaN);
        assertThatThrownBy(() -> PerformanceSummary.of(RETURNS, BENCHMARK_OF_THREE, 0))
                .hasMessageContaining("expected 4");
    }

    @Test
    void theRiskFreeReturnIsTakenOff() {
        double[] excess = {0.09, -0.21, 0.04, 0.09};

        assertThat(Statistics.sharpeRatio(RETURNS, 0.01)).isCloseTo(Statistics.sharpeRatio(excess, 0), ROUNDING);
        assertThat(Statistics.sortinoRatio(RETURNS, 0.01)).isCloseTo(Statistics.sortinoRatio(excess, 0), ROUNDING);
    }
}
