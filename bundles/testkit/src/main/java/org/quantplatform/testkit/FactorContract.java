package org.quantplatform.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.quantplatform.model.Panel;
import org.quantplatform.model.ScoreMatrix;
import org.quantplatform.spi.factor.Factor;
import org.quantplatform.spi.factor.Requirements;

/**
 * What every factor keeps to; the platform probes the same before it offers one. A factor's test extends this and adds at
 * least one value worked out by hand.
 *
 * @param <P> the parameter record
 */
public abstract class FactorContract<P extends Record> {

    private static final int ASSETS = 16;

    protected abstract Factor<P> factor();

    /** The parameters under test; the defaults unless overridden. */
    protected P parameters() {
        return Defaults.of(factor().parameterType());
    }

    @Test
    @DisplayName("1. requirements depend on the parameters alone")
    void requirementsDependOnParametersAlone() {
        assertThat(factor().requires(parameters())).isEqualTo(factor().requires(parameters()));
    }

    @Test
    @DisplayName("2. reads only the fields that it declares")
    void readsOnlyDeclaredFields() {
        FakeFactorInput input = input(panel());
        scores(factor(), input);
        assertThat(input.undeclared()).isEmpty();
    }

    @Test
    @DisplayName("3. gives the same scores twice")
    void givesSameScoresTwice() {
        Factor<P> factor = factor();
        double[] first = scores(factor, input(panel()));
        assertThat(scores(factor, input(panel()))).containsExactly(first);
    }

    @Test
    @DisplayName("4. does not look ahead: earlier scores stay when later days are cut off")
    void doesNotLookAhead() {
        Panel panel = panel();
        double[] whole = scores(factor(), input(panel));
        int history = needs().history();
        for (int days : new int[] {1, history, history + 1, (history + panel.days()) / 2, panel.days() - 1}) {
            double[] cut = scores(factor(), input(panel.head(days)));
            for (int asset = 0; asset < ASSETS; asset++) {
                int start = asset * panel.days();
                assertThat(Arrays.copyOfRange(cut, asset * days, (asset + 1) * days))
                        .as("asset %d, cut after %d days", asset, days)
                        .containsExactly(Arrays.copyOfRange(whole, start, start + days));
            }
        }
    }

    @Test
    @DisplayName("5. scores an asset with complete data and none without data; never infinite")
    void toleratesMissingData() {
        int days = panel().days();
        double[] scores = scores(factor(), input(panel()));
        assertThat(scores[days - 1]).as("asset with complete data").isNotNaN();
        for (int day = 0; day < days; day++) {
            assertThat(scores[4 * days + day]).as("asset without data").isNaN();
        }
        for (double score : scores) {
            assertThat(Double.isInfinite(score)).isFalse();
        }
    }

    @Test
    @DisplayName("6. has no score before the declared history is there")
    void hasNoScoreDuringWarmUp() {
        double[] scores = scores(factor(), input(panel()));
        for (int day = 0; day < needs().history() - 1; day++) {
            assertThat(scores[day]).as("day %d", day).isNaN();
        }
    }

    @Test
    @DisplayName("7. serves two threads at once")
    void servesTwoThreads() {
        Factor<P> factor = factor();
        double[] expected = scores(factor, input(panel()));
        CyclicBarrier barrier = new CyclicBarrier(2);
        CompletableFuture<double[]> first = CompletableFuture.supplyAsync(() -> afterBarrier(factor, barrier));
        CompletableFuture<double[]> second = CompletableFuture.supplyAsync(() -> afterBarrier(factor, barrier));
        assertThat(first.join()).containsExactly(expected);
        assertThat(second.join()).containsExactly(expected);
    }

    @Test
    @DisplayName("8. does not depend on the order of the assets")
    void doesNotDependOnOrder() {
        Panel panel = panel();
        double[] scores = scores(factor(), input(panel));
        int[] order = new int[ASSETS];
        Arrays.setAll(order, asset -> (5 * asset + 3) % ASSETS);
        double[] others = scores(factor(), input(PanelChanges.reordered(panel, order)));
        for (int asset = 0; asset < ASSETS; asset++) {
            for (int day = 0; day < panel.days(); day++) {
                double expected = scores[order[asset] * panel.days() + day];
                double score = others[asset * panel.days() + day];
                assertThat(isClose(score, expected))
                        .as("asset %d, day %d: %s instead of %s", asset, day, score, expected)
                        .isTrue();
            }
        }
    }

    @Test
    @DisplayName("9. a split changes no score")
    void survivesSplits() {
        Panel panel = panel();
        double[] scores = scores(factor(), input(panel));
        double[] split = scores(factor(), input(PanelChanges.split(panel, 0, panel.days() / 2, 4)));
        for (int i = 0; i < scores.length; i++) {
            assertThat(isClose(split[i], scores[i]))
                    .as("asset %d, day %d: %s instead of %s", i / panel.days(), i % panel.days(), split[i], scores[i])
                    .isTrue();
        }
    }

    @Test
    @DisplayName("10. takes panels of one day, of no asset and with prices that are not positive")
    void takesOddPanels() {
        Panel panel = panel();
        scores(factor(), input(panel.head(1)));
        scores(factor(), input(PanelChanges.reordered(panel, new int[0])));
        for (double score : scores(factor(), input(PanelChanges.negated(panel)))) {
            assertThat(Double.isInfinite(score)).isFalse();
        }
    }

    /** A cross-section adds assets up in their order, so the last digits may differ. */
    private static boolean isClose(double score, double expected) {
        return Double.isNaN(expected)
                ? Double.isNaN(score)
                : Math.abs(score - expected) <= 1e-9 * Math.max(1, Math.abs(expected));
    }

    private double[] afterBarrier(Factor<P> factor, CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return scores(factor, input(panel()));
    }

    private Requirements needs() {
        return factor().requires(parameters());
    }

    private Panel panel() {
        return Panels.rough(ASSETS, needs().history() + 120, needs().fields(), 42);
    }

    private FakeFactorInput input(Panel panel) {
        return new FakeFactorInput(panel, needs().fields());
    }

    private double[] scores(Factor<P> factor, FakeFactorInput input) {
        ScoreMatrix scores = new ScoreMatrix(input.assets(), input.days());
        factor.compute(input, parameters(), scores);
        return scores.values();
    }
}
