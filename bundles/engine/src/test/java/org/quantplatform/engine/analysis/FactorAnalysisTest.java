package org.quantplatform.engine.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quantplatform.engine.analysis.FactorSample.Window;
import org.quantplatform.model.Field;
import org.quantplatform.model.Market;
import org.quantplatform.model.Panel;
import org.quantplatform.model.ScoreMatrix;

class FactorAnalysisTest {

    private static final double NONE = Double.POSITIVE_INFINITY;

    @Test
    void foresightHasACorrelationOfOne() {
        Panel panel = market(20, 60, 1);
        ScoreMatrix next = forward(panel, 2);
        FactorAnalysis analysis = FactorAnalysis.of(sample(next, panel, new int[] {2}), 4);
        HorizonFigures figures = analysis.horizons().get(0);
        assertThat(figures.rankIc()).hasSize(58).containsOnly(1.0);
        assertThat(figures.rankIcSummary().std()).isZero();
        assertThat(figures.rankIcSummary().ratio()).isNaN();
        assertThat(Arrays.stream(figures.spread()).min().orElseThrow()).isPositive();
        double growth = 1;
        for (int date = 0; date < 58; date += 2) {
            growth *= 1 + figures.quantiles().get(3).byDate()[date];
        }
        double[] curve = figures.quantiles().get(3).cumulative();
        assertThat(curve[curve.length - 1]).isCloseTo(growth, within(1e-12));
    }

    @Test
    void constantScoresTellNothing() {
        Panel panel = market(10, 30, 2);
        ScoreMatrix constant = new ScoreMatrix(10, 30);
        Arrays.fill(constant.values(), 7);
        FactorAnalysis analysis = FactorAnalysis.of(sample(constant, panel, new int[] {1}), 5);
        HorizonFigures figures = analysis.horizons().get(0);
        assertThat(figures.rankIc()).hasSize(29).containsOnly(Double.NaN);
        assertThat(figures.factorReturns()).containsOnly(Double.NaN);
        assertThat(figures.rankIcSummary().count()).isZero();
        assertThat(figures.quantiles().get(0).count()).isEqualTo(290);
        assertThat(figures.quantiles().get(4).count()).isZero();
        assertThat(figures.quantiles().get(4).mean()).isNaN();
        assertThat(figures.alphaBeta().beta()).isNaN();
    }

    @Test
    void nothingObservedGivesAnEmptyAnalysis() {
        Panel panel = market(3, 4, 3);
        FactorAnalysis analysis = FactorAnalysis.of(sample(new ScoreMatrix(3, 4), panel, new int[] {1, 9}), 5);
        assertThat(analysis.days()).isEmpty();
        assertThat(analysis.observations()).isZero();
        assertThat(analysis.horizons().get(1).rankIcSummary().mean()).isNaN();
        assertThat(analysis.stability().get(0).meanAutocorrelation()).isNaN();
    }

    @Test
    void onlyMembersWithScoreAndEveryReturnCount() {
        Panel panel = market(6, 12, 4);
        panel.column(Field.CLOSE)[11] = Double.NaN;
        ScoreMatrix scores = forward(panel, 1);
        scores.set(1, 3, Double.NaN);
        scores.set(2, 3, Double.POSITIVE_INFINITY);
        FactorSample sample = FactorSample.of(
                scores,
                panel,
                (day, members) -> {
                    Arrays.fill(members, true);
                    members[5] = day > 3;
                },
                new Window(3, 11, new int[] {1, 3}, 2, NONE));
        assertThat(sample.day(0)).isEqualTo(3);
        assertThat(sample.assets(0)).containsExactly(0, 3, 4);
        assertThat(sample.dates()).isEqualTo(6);
        assertThat(sample.assets(5)).as("a close is missing three bars later").containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void returnsFarFromTheirAssetsMeanAreLeftOutOnRequest() {
        Panel panel = market(6, 100, 5);
        panel.column(Field.CLOSE)[50] *= 40;
        Window window = new Window(0, 99, new int[] {1}, 2, 5);
        FactorSample sample =
                FactorSample.of(forward(panel, 1), panel, (day, members) -> Arrays.fill(members, true), window);
        assertThat(sample.observations()).isEqualTo(6 * 99 - 1);
        assertThat(sample.assets(49)).doesNotContain(0);
    }

    @Test
    void sameBytesOnAnyNumberOfThreads() throws Exception {
        Panel panel = market(50, 200, 6);
        FactorSample sample = sample(noise(50, 200, 7), panel, new int[] {1, 5});
        FactorAnalysis one =
                new ForkJoinPool(1).submit(() -> FactorAnalysis.of(sample, 5)).get();
        FactorAnalysis many =
                new ForkJoinPool(7).submit(() -> FactorAnalysis.of(sample, 5)).get();
        assertThat(many)
                .usingRecursiveComparison()
                .withComparatorForType(Double::compare, Double.class)
                .isEqualTo(one);
    }

    @Test
    void sectorsAreJudgedWithin() {
        Panel panel = market(8, 40, 8);
        ScoreMatrix scores = forward(panel, 1);
        for (int asset = 4; asset < 8; asset++) {
            for (int day = 0; day < 40; day++) {
                scores.set(asset, day, -scores.get(asset, day));
            }
        }
        List<String> sectors = List.of("Energy", "Energy", "Energy", "", "Banks", "Banks", "Banks", "Banks");
        List<SectorAnalysis> analyses = SectorAnalysis.of(sample(scores, panel, new int[] {1}), sectors);
        assertThat(analyses).extracting(SectorAnalysis::sector).containsExactly("Banks", "Energy");
        assertThat(analyses.get(0).rankIc().mean()).isCloseTo(-1, within(1e-12));
        assertThat(analyses.get(1).rankIc().mean()).isCloseTo(1, within(1e-12));
        assertThat(analyses.get(1).observations()).isEqualTo(3 * 39);
    }

    @Test
    void factorsAreComparedByTheirOrder() {
        ScoreMatrix noise = noise(30, 20, 9);
        ScoreMatrix opposite = new ScoreMatrix(30, 20);
        Arrays.setAll(opposite.values(), i -> -Math.exp(noise.values()[i]));
        ScoreMatrix none = new ScoreMatrix(30, 20);
        double[][] correlations = FactorCorrelation.of(
                List.of(noise, opposite, none), (day, members) -> Arrays.fill(members, true), 5, 19);
        assertThat(correlations[0][1]).isCloseTo(-1, within(1e-12));
        assertThat(correlations[1][0]).isEqualTo(correlations[0][1]);
        assertThat(correlations[1][1]).isCloseTo(1, within(1e-12));
        assertThat(correlations[2]).containsOnly(Double.NaN);
    }

    @Test
    void refusesWhatCannotBeDivided() {
        FactorSample sample = sample(noise(3, 5, 1), market(3, 5, 1), new int[] {1});
        assertThatIllegalArgumentException().isThrownBy(() -> FactorAnalysis.of(sample, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Window(0, 1, new int[] {0}, 2, NONE));
        assertThatIllegalArgumentException().isThrownBy(() -> new Window(0, 1, new int[] {1}, 1, NONE));
        assertThatIllegalArgumentException().isThrownBy(() -> new Window(0, 1, new int[] {1}, 2, Double.NaN));
    }

    private static FactorSample sample(ScoreMatrix scores, Panel panel, int[] horizons) {
        Window window = new Window(0, panel.days() - 1, horizons, 2, NONE);
        return FactorSample.of(scores, panel, (day, members) -> Arrays.fill(members, true), window);
    }

    private static Panel market(int assets, int days, long seed) {
        Random random = new Random(seed);
        double[] closes = new double[assets * days];
        for (int i = 0; i < closes.length; i++) {
            closes[i] = i % days == 0 ? 100 : closes[i - 1] * Math.exp(0.02 * random.nextGaussian());
        }
        List<String> tickers =
                IntStream.range(0, assets).mapToObj("T%03d"::formatted).toList();
        return new Panel(Market.US, IntStream.range(0, days).toArray(), tickers, Map.of(Field.CLOSE, closes));
    }

    private static ScoreMatrix forward(Panel panel, int horizon) {
        double[] closes = panel.column(Field.CLOSE);
        ScoreMatrix scores = new ScoreMatrix(panel.assets(), panel.days());
        for (int asset = 0; asset < panel.assets(); asset++) {
            for (int day = 0; day + horizon < panel.days(); day++) {
                int at = asset * panel.days() + day;
                scores.set(asset, day, closes[at + horizon] / closes[at] - 1);
            }
        }
        return scores;
    }

    private static ScoreMatrix noise(int assets, int days, long seed) {
        Random random = new Random(seed);
        ScoreMatrix scores = new ScoreMatrix(assets, days);
        Arrays.setAll(scores.values(), i -> random.nextGaussian());
        return scores;
    }
}
