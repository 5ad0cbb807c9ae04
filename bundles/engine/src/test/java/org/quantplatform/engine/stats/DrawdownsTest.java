package org.quantplatform.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quantplatform.engine.stats.Drawdowns.Drawdown;

class DrawdownsTest {

    private static LocalDate day(int epochDay) {
        return LocalDate.ofEpochDay(epochDay);
    }

    @Test
    void listsTheDeepestFirst() {
        int[] days = {0, 1, 2, 5, 6, 7, 9, 12};
        double[] equity = {100, 90, 100, 200, 100, 150, 210, 168};

        assertThat(Drawdowns.table(days, equity, 5))
                .containsExactly(
                        new Drawdown(day(5), day(6), Optional.of(day(9)), -0.5, 4),
                        new Drawdown(day(9), day(12), Optional.empty(), 168 / 210.0 - 1, 3),
                        new Drawdown(day(0), day(1), Optional.of(day(2)), 0.9 - 1, 2));
    }

    @Test
    void aPlateauPeaksOnItsLastDay() {
        Drawdown only = Drawdowns.table(new int[] {0, 1, 2}, new double[] {10, 10, 5}, 1)
                .get(0);

        assertThat(only.peak()).isEqualTo(day(1));
    }

    @Test
    void givesNoMoreThanAskedFor() {
        assertThat(Drawdowns.table(new int[] {0, 1, 2, 3}, new double[] {2, 1, 2, 1.5}, 1))
                .hasSize(1);
        assertThat(Drawdowns.table(new int[] {0, 1}, new double[] {1, 2}, 3)).isEqualTo(List.of());
        assertThat(Drawdowns.table(new int[0], new double[0], 3)).isEmpty();
    }

    @Test
    void curveIsTheDistanceFromTheHighSoFar() {
        assertThat(Drawdowns.curve(new double[] {100, 80, 120, 90}))
                .containsExactly(new double[] {0, -0.2, 0, -0.25}, within(1e-15));
    }
}
