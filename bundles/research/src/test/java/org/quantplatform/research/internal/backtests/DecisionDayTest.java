package org.quantplatform.research.internal.backtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quantplatform.model.Field;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Market;
import org.quantplatform.model.Panel;
import org.quantplatform.model.ScoreMatrix;
import org.quantplatform.spi.factor.Requirements;

class DecisionDayTest {

    private static final double NONE = Double.NaN;

    private final Panel panel =
            Fixtures.panel(Market.US, Fixtures.weekdays(LocalDate.of(2020, 1, 1), 4), List.of("A", "B"), new double[] {
                1, 2, 3, 4, 10, 20, NONE, 40
            });

    private DecisionDay day(int day) {
        List<Instrument> instruments = panel.tickers().stream()
                .map(ticker -> Instrument.unknownStock(Market.US, ticker, "XNYS", "USD"))
                .toList();
        DecisionDay snapshot = new DecisionDay(
                panel, instruments, new ScoreMatrix[0], new boolean[2], Requirements.of(3, Field.CLOSE), false);
        snapshot.at(day, new double[2], null);
        return snapshot;
    }

    @Test
    void looksBackFromTheDay() {
        assertThat(day(2).ago(Field.CLOSE, 0, 0)).isEqualTo(3);
        assertThat(day(2).ago(Field.CLOSE, 0, 2)).isEqualTo(1);
        assertThat(day(3).ago(Field.CLOSE, 1, 1)).isNaN();
        assertThat(day(1).ago(Field.CLOSE, 1, 2)).as("before the data").isNaN();
    }

    @Test
    void historiesEndWithTheDay() {
        double[] target = new double[3];
        day(3).history(Field.CLOSE, 1, target);
        assertThat(target).containsExactly(20, NONE, 40);
        day(0).history(Field.CLOSE, 1, target);
        assertThat(target).containsExactly(NONE, NONE, 10);
    }

    @Test
    void refusesTheFutureAndWhatWasNotDeclared() {
        assertThatThrownBy(() -> day(1).ago(Field.CLOSE, 0, -1)).hasMessageContaining("look ahead");
        assertThatThrownBy(() -> day(3).ago(Field.CLOSE, 0, 3)).hasMessageContaining("declared are 3 days");
        assertThatThrownBy(() -> day(3).history(Field.CLOSE, 0, new double[4])).hasMessageContaining("declared");
        assertThatThrownBy(() -> day(3).ago(Field.VOLUME, 0, 0)).hasMessageContaining("field volume");
    }
}
