package org.quantplatform.strategy.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quantplatform.model.Field;
import org.quantplatform.model.Market;
import org.quantplatform.model.Panel;
import org.quantplatform.strategy.allocation.CustomWeightsStrategy.Params;
import org.quantplatform.testkit.FakeSnapshot;
import org.quantplatform.testkit.FakeTargets;
import org.quantplatform.testkit.StrategyContract;

class CustomWeightsStrategyTest extends StrategyContract<Params> {

    /** Thursday 2020-01-02, Friday, Monday 2020-01-06, Tuesday. */
    private static final int[] DAYS = {18_263, 18_264, 18_267, 18_268};

    private static final Params TABLE =
            new Params("date,ticker,weight\n2020-01-02,A,0.5\n2020-01-02,B,0.3\n2020-01-05,B,0.9;2020-01-05,C,0.1");

    @Override
    protected CustomWeightsStrategy strategy() {
        return new CustomWeightsStrategy();
    }

    @Test
    void setsWeightsOnTheirDate() {
        assertThat(decide(0).weights()).containsExactly(0.5, 0.3);
    }

    @Test
    void leavesThemAloneUntilTheNext() {
        assertThat(decide(1, 0.5, 0.3).held()).isTrue();
        assertThat(decide(3, 0, 0.9).held()).isTrue();
    }

    @Test
    void takesWeightsOfWeekendOnMonday() {
        assertThat(decide(2, 0.5, 0.3).weights()).containsExactly(0, 0.9);
    }

    @Test
    void startsBetweenDates() {
        assertThat(decide(1).weights()).containsExactly(0.5, 0.3);
    }

    @Test
    void namesRowThatCannotBeRead() {
        refused("ticker,weight", "weights must start with the header date,ticker,weight");
        refused("date,ticker,weight;2020-13-01,A,1", "row 2 of weights must begin with an ISO date, was '2020-13-01'");
        refused("date,ticker,weight;2020-01-01,A,x", "row 2 of weights must end with a number from -10 to 10, was 'x'");
        refused("date,ticker,weight;2020-01-01,A", "row 2 of weights must be date,ticker,weight, was '2020-01-01,A'");
        refused("date,ticker,weight;2020-01-01,A,.1;2020-01-01,A,.1", "row 3 of weights states A twice on 2020-01-01");
    }

    private static void refused(String text, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Params(text)).withMessage(message);
    }

    private FakeTargets decide(int day, double... held) {
        double[] closes = new double[2 * DAYS.length];
        Arrays.fill(closes, 10);
        Panel panel = new Panel(Market.US, DAYS, List.of("A", "B"), Map.of(Field.CLOSE, closes));
        FakeSnapshot snapshot = FakeSnapshot.ofPanel(panel, day);
        FakeTargets targets = new FakeTargets(2);
        strategy().decide(held.length == 0 ? snapshot : snapshot.withWeights(held), TABLE, targets);
        return targets;
    }
}
