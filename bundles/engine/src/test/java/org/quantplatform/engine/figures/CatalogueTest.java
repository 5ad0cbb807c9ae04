package org.quantplatform.engine.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quantplatform.engine.figures.Figure.Group;

class CatalogueTest {

    private static final double[] NONE = {};
    private static final double[] RETURNS = {0.1, -0.2, 0.05, 0.1, 0, 0.02};
    private static final double[] BENCHMARK = {0.05, -0.1, 0, 0.02, 0.01, -0.03};
    private static final Set<String> COUNTS =
            Set.of("total_return", "longest_gains", "longest_losses", "longest_drawdown_days", "drawdowns");

    private static Map<String, Double> values(double[] returns, double[] benchmark) {
        int[] days = new int[returns.length + 1];
        Arrays.setAll(days, i -> 19_000 + 20 * i);
        return Catalogue.values(new Sample(days, returns, benchmark, Convention.DAILY));
    }

    @Test
    void everyFigureIsToldOnceWithItsFormula() {
        assertThat(Catalogue.ofReturns()).extracting(Figure::id).doesNotHaveDuplicates();
        assertThat(Catalogue.ofReturns()).allSatisfy(figure -> {
            assertThat(figure.id()).matches("[a-z][a-z0-9_]*");
            assertThat(figure.title()).isNotBlank();
            assertThat(figure.formula()).isNotBlank();
        });
    }

    @Test
    void everyFigureOfAnOrdinarySampleIsANumber() {
        assertThat(values(RETURNS, BENCHMARK))
                .allSatisfy((id, value) -> assertThat(value).as(id).isFinite());
    }

    @Test
    void smallCaseByHand() {
        Map<String, Double> values = values(RETURNS, BENCHMARK);

        assertThat(values.get("win_rate_days")).isEqualTo(0.8);
        assertThat(values.get("average_gain")).isCloseTo(0.0675, within(1e-15));
        assertThat(values.get("payoff_days")).isCloseTo(0.3375, within(1e-14));
        assertThat(values.get("longest_gains")).isEqualTo(2);
        assertThat(values.get("average_drawdown_days")).isEqualTo(100);
        assertThat(values.get("time_under_water")).isCloseTo(5.0 / 6, within(1e-15));
        assertThat(values.get("batting_average")).isCloseTo(4.0 / 6, within(1e-15));
        assertThat(values.get("active_days")).isCloseTo(5.0 / 6, within(1e-15));
    }

    @Test
    void withoutReturnsOnlyCountsAreKnown() {
        assertThat(values(NONE, NONE)).allSatisfy((id, value) -> {
            if (COUNTS.contains(id)) {
                assertThat(value).as(id).isZero();
            } else {
                assertThat(value).as(id).isNaN();
            }
        });
    }

    @Test
    void aSingleReturnDoesNotScatter() {
        Map<String, Double> values = values(new double[] {0.01}, NONE);

        assertThat(values.get("total_return")).isCloseTo(0.01, within(1e-15));
        for (String id :
                new String[] {"annualized_volatility", "sharpe_ratio", "var_normal_95", "stability", "kelly"}) {
            assertThat(values.get(id)).as(id).isNaN();
        }
    }

    @Test
    void zeroReturnsHaveNoRatios() {
        Map<String, Double> values = values(new double[10], new double[10]);

        Catalogue.ofReturns().stream()
                .filter(figure -> figure.group() == Group.RATIOS)
                .filter(figure -> !figure.id().equals("sterling_ratio"))
                .forEach(figure ->
                        assertThat(values.get(figure.id())).as(figure.id()).isNaN());
        for (String id :
                new String[] {"total_return", "annualized_volatility", "max_drawdown", "ulcer_index", "drawdowns"}) {
            assertThat(values.get(id)).as(id).isZero();
        }
        assertThat(values.get("beta")).isNaN();
        assertThat(values.get("tracking_error")).isZero();
    }

    @Test
    void constantReturnsHaveNoSharpeRatio() {
        double[] constant = new double[1000];
        Arrays.fill(constant, 0.001);
        Map<String, Double> values = values(constant, constant);

        assertThat(values.get("annualized_volatility")).isZero();
        for (String id :
                new String[] {"sharpe_ratio", "probabilistic_sharpe", "skew", "beta", "information_ratio", "omega"}) {
            assertThat(values.get(id)).as(id).isNaN();
        }
        assertThat(values.get("annualized_return")).isCloseTo(Math.pow(1.001, 252) - 1, within(1e-12));
    }

    @Test
    void aConstantLeadOverTheBenchmarkIsNoInformationRatio() {
        double[] ahead = Arrays.stream(BENCHMARK).map(b -> b + 0.001).toArray();

        assertThat(values(ahead, BENCHMARK).get("information_ratio")).isNaN();
        assertThat(values(ahead, BENCHMARK).get("beta")).isCloseTo(1, within(1e-12));
    }

    @Test
    void aTotalLossStaysLost() {
        Sample lost = Sample.ofValues(
                new int[] {0, 1, 2, 3}, new double[] {100, 50, 0, 0}, new double[] {1, 2, 3, 4}, Convention.DAILY);
        Map<String, Double> values = Catalogue.values(lost);

        for (String id : new String[] {"total_return", "annualized_return", "max_drawdown", "worst_day"}) {
            assertThat(values.get(id)).as(id).isEqualTo(-1);
        }
        assertThat(values.get("stability")).isNaN();
        assertThat(values.get("calmar_ratio")).isEqualTo(-1);
    }

    @Test
    void anUnknownBenchmarkLeavesTheRest() {
        double[] unknown = BENCHMARK.clone();
        unknown[3] = Double.NaN;
        Map<String, Double> alone = values(RETURNS, NONE);

        values(RETURNS, unknown).forEach((id, value) -> assertThat(value).as(id).isEqualTo(alone.get(id)));
        Catalogue.ofReturns().stream()
                .filter(figure -> figure.group() == Group.BENCHMARK)
                .forEach(figure -> assertThat(alone.get(figure.id())).isNaN());
    }

    @Test
    void anUnknownReturnLeavesNothing() {
        assertThat(values(new double[] {0.1, Double.NaN}, NONE).values()).containsOnly(Double.NaN);
    }

    @Test
    void overflowIsNotANumber() {
        assertThat(values(new double[] {1e5}, NONE).get("annualized_return")).isNaN();
    }

    @Test
    void conventionsAreChecked() {
        assertThatThrownBy(() -> new Convention(0, 0)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> new Convention(252, Double.NaN)).hasMessageContaining("NaN");
        assertThat(Convention.ofYear(252, 0.02).riskFree()).isCloseTo(Math.pow(1.02, 1 / 252.0) - 1, within(1e-16));
    }

    @Test
    void lengthsMustFit() {
        assertThatThrownBy(() -> new Sample(new int[2], RETURNS, NONE, Convention.DAILY))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
