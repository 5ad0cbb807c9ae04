package org.quantplatform.engine.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RollingFiguresTest {

    private static final double[] NONE = {};

    private static List<Figure<Sample>> figures(String... ids) {
        return List.of(ids).stream()
                .map(id -> Catalogue.ofReturns(id).orElseThrow())
                .toList();
    }

    @Test
    void eachWindowIsARunOfItsOwn() {
        Sample sample = new Sample(new int[] {0, 1, 2, 3, 4}, new double[] {0.1, -0.1, 0.2, 0}, NONE, Convention.DAILY);
        double[][] rows = RollingFigures.of(figures("total_return", "beta"), sample, 2);

        assertThat(rows[0]).containsExactly(new double[] {1.1 * 0.9 - 1, 0.9 * 1.2 - 1, 1.2 - 1}, within(1e-15));
        assertThat(rows[1]).containsOnly(Double.NaN);
        assertThat(RollingFigures.of(figures("total_return"), sample, 4)[0]).hasSize(1);
    }

    @Test
    void equalsEmpyricalAtTheEnd() {
        Sample sample = ReferenceFiguresTest.sample("AAPL_vs_SPY", Convention.DAILY);
        double[][] rows = RollingFigures.of(
                figures("sharpe_ratio", "annualized_volatility", "max_drawdown", "beta", "up_capture"), sample, 252);

        // roll_sharpe_ratio, roll_annual_volatility, roll_max_drawdown, roll_beta and roll_up_capture of empyrical
        double[] last = LAST_OF_EMPYRICAL;
        for (int i = 0; i < last.length; i++) {
            assertThat(rows[i]).hasSize(6345 - 251);
            assertThat(rows[i][rows[i].length - 1] / last[i]).isCloseTo(1, within(1e-12));
        }
    }

    private static final double[] LAST_OF_EMPYRICAL = {
        1.0669938977125981, 0.20958511313886685, -0.13449737868994152, 1.167388980462934, 1.8425713304259448
    };

    @Test
    void aWindowMustFit() {
        Sample sample = new Sample(new int[] {0, 1}, new double[] {0.1}, NONE, Convention.DAILY);

        assertThatThrownBy(() -> RollingFigures.of(figures("beta"), sample, 2)).hasMessageContaining("1 to 1, was 2");
        assertThatThrownBy(() -> RollingFigures.of(figures("beta"), sample, 0)).hasMessageContaining("was 0");
    }
}
