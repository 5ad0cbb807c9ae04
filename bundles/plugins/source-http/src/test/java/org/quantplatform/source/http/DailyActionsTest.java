package org.quantplatform.source.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.CorporateAction.Kind;
import org.quantplatform.model.Market;
import org.quantplatform.testkit.FakeDataSink;

class DailyActionsTest {

    private static final LocalDate DAY = LocalDate.of(2024, 6, 14);

    private final DailyActions actions = new DailyActions(Market.US);

    private static CorporateAction action(String ticker, LocalDate day, Kind kind, double value) {
        return new CorporateAction(Market.US, ticker, day, kind, value);
    }

    private List<CorporateAction> delivered() {
        FakeDataSink sink = FakeDataSink.patient();
        actions.deliver(sink);
        return sink.actions();
    }

    @Test
    void addsUpCashOfADay() {
        actions.dividend("A", DAY, 0.1, "1");
        actions.dividend("A", DAY, 0.2, "2");
        actions.dividend("A", DAY.plusDays(1), 0.4, "3");
        actions.dividend("B", DAY, 0.5, "4");
        assertThat(delivered())
                .containsExactly(
                        action("A", DAY, Kind.DIVIDEND, 0.3),
                        action("A", DAY.plusDays(1), Kind.DIVIDEND, 0.4),
                        action("B", DAY, Kind.DIVIDEND, 0.5));
    }

    @Test
    void countsARowOnceAndPaymentsOfTheSameAmountEach() {
        actions.dividend("A", DAY, 0.5, "1");
        actions.dividend("A", DAY, 0.5, "1");
        actions.dividend("A", DAY, 0.5, "2");
        assertThat(delivered()).containsExactly(action("A", DAY, Kind.DIVIDEND, 1.0));
    }

    @Test
    void multipliesSplitsOfADayAndCountsThoseOfTheSameRatioOnce() {
        actions.split("A", DAY, 0.02);
        actions.split("A", DAY, 0.02);
        actions.split("A", DAY, 50);
        actions.dividend("A", DAY, 1, "1");
        assertThat(delivered()).containsExactly(action("A", DAY, Kind.SPLIT, 1), action("A", DAY, Kind.DIVIDEND, 1));
    }

    @Test
    void refusesWhatIsNoAmount() {
        assertThatThrownBy(() -> actions.split("A", DAY, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> actions.dividend("A", DAY, Double.NaN, "1"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(delivered()).isEmpty();
    }
}
