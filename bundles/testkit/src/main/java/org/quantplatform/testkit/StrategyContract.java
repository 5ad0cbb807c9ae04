package org.quantplatform.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.quantplatform.model.Field;
import org.quantplatform.model.Panel;
import org.quantplatform.spi.factor.Requirements;
import org.quantplatform.spi.strategy.PositionColumn;
import org.quantplatform.spi.strategy.Strategy;

/**
 * What every strategy keeps to. A strategy's test extends this and adds weights worked out by hand.
 *
 * @param <P> the parameter record
 */
public abstract class StrategyContract<P extends Record> {

    private static final double ROUNDING = 1e-9;

    protected abstract Strategy<P> strategy();

    /** The parameters under test; the defaults unless overridden. */
    protected P parameters() {
        return Defaults.of(strategy().parameterType());
    }

    /** True when the parameters under test ask for short positions; weights may be negative then. */
    protected boolean shorts() {
        return false;
    }

    @Test
    @DisplayName("1. has a schedule and says what it reads")
    void hasSchedule() {
        assertThat(strategy().schedule(parameters())).isNotNull();
        assertThat(strategy().requires(parameters())).isNotNull();
    }

    @Test
    @DisplayName("2. sets finite weights that sum to 1 at most, none negative unless short positions are meant")
    void setsSoundWeights() {
        for (int assets : new int[] {0, 1, 2, 30, 500}) {
            assertSound(decide(FakeSnapshot.ofScores(scores(assets))), assets + " assets");
        }
    }

    @Test
    @DisplayName("3. gives the same weights twice")
    void givesSameWeightsTwice() {
        FakeSnapshot snapshot = FakeSnapshot.ofScores(scores(100));
        assertThat(decide(snapshot).weights()).containsExactly(decide(snapshot).weights());
    }

    @Test
    @DisplayName("4. bears a day without any score")
    void bearsDayWithoutScores() {
        double[] none = new double[50];
        Arrays.fill(none, Double.NaN);
        assertSound(decide(FakeSnapshot.ofScores(none)), "no score");
    }

    @Test
    @DisplayName("5. bears equal scores and a portfolio already held")
    void bearsEqualScores() {
        double[] equal = new double[10];
        double[] held = new double[10];
        Arrays.fill(held, 0.1);
        assertSound(decide(FakeSnapshot.ofScores(equal).withWeights(held)), "equal scores");
    }

    @Test
    @DisplayName("6. bears gaps, late starts and days before its history is long enough")
    void bearsRoughHistories() {
        Set<Field> extra = new TreeSet<>(strategy().requires(parameters()).fields());
        extra.removeIf(field -> field.isPrice() || field.equals(Field.VOLUME));
        Panel rough = Panels.rough(16, 300, extra, 5);
        for (int day : new int[] {0, 1, 40, 150, 299}) {
            assertSound(decide(FakeSnapshot.ofPanel(rough, day)), "day " + day);
        }
    }

    @Test
    @DisplayName("7. a position column, where there is one, looks back only")
    void positionColumnLooksBackOnly() {
        if (!(strategy() instanceof PositionColumn<?>)) {
            return;
        }
        Panel whole = Panels.rough(16, 300, Set.of(), 6);
        for (int days : new int[] {1, 100, 299}) {
            for (int asset = 0; asset < whole.assets(); asset++) {
                assertThat(positions(whole.head(days), asset))
                        .as("asset %d, %d days", asset, days)
                        .containsExactly(Arrays.copyOf(positions(whole, asset), days));
            }
        }
    }

    /** Each of them checked to be one of the three that there are. */
    @SuppressWarnings("unchecked")
    private byte[] positions(Panel panel, int asset) {
        byte[] out = new byte[panel.days()];
        Requirements needs = strategy().requires(parameters());
        ((PositionColumn<P>) strategy())
                .positions(new FakeFactorInput(panel, needs.fields()), asset, parameters(), out);
        for (byte position : out) {
            assertThat(position).isBetween(PositionColumn.SHORT, PositionColumn.LONG);
        }
        return out;
    }

    private void assertSound(FakeTargets targets, String what) {
        assertThat(targets.sum()).as(what).isLessThanOrEqualTo(1 + ROUNDING);
        assertThat(targets.gross()).as(what).isLessThanOrEqualTo((shorts() ? 2 : 1) + ROUNDING);
    }

    private FakeTargets decide(FakeSnapshot snapshot) {
        FakeTargets targets = new FakeTargets(snapshot.assets(), shorts());
        FakeSnapshot own = shorts() ? snapshot.allowingShort() : snapshot;
        strategy().decide(own.declaring(strategy().requires(parameters())), parameters(), targets);
        return targets;
    }

    private static double[] scores(int assets) {
        Random random = new Random(42);
        double[] scores = new double[assets];
        for (int asset = 0; asset < assets; asset++) {
            scores[asset] = random.nextInt(4) == 0 ? Double.NaN : random.nextGaussian();
        }
        return scores;
    }
}
