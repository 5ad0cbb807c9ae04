package org.quantplatform.engine.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.quantplatform.engine.SharedFiles;
import org.quantplatform.engine.analysis.FactorSample.Window;
import org.quantplatform.engine.analysis.HorizonFigures.QuantileReturns;
import org.quantplatform.model.Field;
import org.quantplatform.model.Panel;
import org.quantplatform.model.ScoreMatrix;

/** 12-1 momentum of 470 stocks, analysed by another system. */
class ReferenceAnalysisTest {

    private static final int[] HORIZONS = {1, 5, 21};
    private static final Offset<Double> CLOSE = within(1e-12);

    private static Panel panel;
    private static FactorAnalysis analysis;

    @BeforeAll
    static void analyse() {
        panel = SharedFiles.closes("c_prices_470.csv.gz");
        FactorSample sample = FactorSample.of(
                momentum(panel),
                panel,
                (day, members) -> Arrays.fill(members, true),
                new Window(0, panel.days() - 1, HORIZONS, 2, Double.POSITIVE_INFINITY));
        analysis = FactorAnalysis.of(sample, 5);
    }

    private static ScoreMatrix momentum(Panel panel) {
        ScoreMatrix scores = new ScoreMatrix(panel.assets(), panel.days());
        for (int asset = 0; asset < panel.assets(); asset++) {
            for (int day = 252; day < panel.days(); day++) {
                double past = panel.value(Field.CLOSE, asset, day - 21);
                scores.set(asset, day, past / panel.value(Field.CLOSE, asset, day - 252) - 1);
            }
        }
        return scores;
    }

    @Test
    void informationCoefficientsAreTheReferenceOnEveryDate() {
        List<String[]> lines = SharedFiles.csv("c_mom_12_1_ic_daily.csv");
        assertThat(analysis.days()).hasSize(lines.size() - 1).hasSize(986);
        assertThat(analysis.observations()).isEqualTo(463_420);
        for (int date = 0; date < 986; date++) {
            String[] cells = lines.get(date + 1);
            assertThat(panel.date(analysis.days()[date])).hasToString(cells[0]);
            for (int h = 0; h < 3; h++) {
                assertThat(analysis.horizons().get(h).rankIc()[date]).isCloseTo(number(cells[h + 1]), CLOSE);
            }
        }
    }

    @Test
    void theirSummaryIsTheReference() {
        String json = SharedFiles.text("c_factors.json");
        for (int h = 0; h < 3; h++) {
            SeriesSummary ic = analysis.horizons().get(h).rankIcSummary();
            String label = HORIZONS[h] + "D";
            assertThat(ic.mean()).isCloseTo(SharedFiles.number(json, "mom_12_1", "ic_mean", label), CLOSE);
            assertThat(ic.std()).isCloseTo(SharedFiles.number(json, "mom_12_1", "ic_std_ddof1", label), CLOSE);
            assertThat(ic.ratio()).isCloseTo(SharedFiles.number(json, "mom_12_1", "icir", label), CLOSE);
            assertThat(ic.t()).isCloseTo(SharedFiles.number(json, "mom_12_1", "ic_t", label), within(1e-11));
            assertThat(analysis.horizons().get(h).spreadSummary().mean())
                    .isCloseTo(SharedFiles.number(json, "mom_12_1", "spread_mean", label), CLOSE);
        }
    }

    @Test
    void quantileReturnsAreTheReference() {
        List<String[]> means = SharedFiles.csv("c_mom_12_1_quantile_ret_mean.csv");
        List<String[]> demeaned = SharedFiles.csv("c_mom_12_1_quantile_ret_mean_demeaned.csv");
        for (int h = 0; h < 3; h++) {
            List<QuantileReturns> quantiles = analysis.horizons().get(h).quantiles();
            for (int quantile = 0; quantile < 5; quantile++) {
                QuantileReturns returns = quantiles.get(quantile);
                assertThat(returns.count()).isEqualTo(94 * 986);
                assertThat(returns.mean()).isCloseTo(number(means.get(quantile + 1)[h + 1]), CLOSE);
                assertThat(returns.demeaned()).isCloseTo(number(demeaned.get(quantile + 1)[h + 1]), CLOSE);
            }
        }
    }

    @Test
    void returnsOfEachDateAreTheReference() {
        List<String[]> spreads = SharedFiles.csv("c_mom_12_1_spread_q5_q1_by_date.csv");
        List<String[]> weighted = SharedFiles.csv("c_mom_12_1_factor_weighted_returns.csv");
        for (int h = 0; h < 3; h++) {
            HorizonFigures figures = analysis.horizons().get(h);
            for (int date = 0; date < 986; date++) {
                assertThat(figures.spread()[date]).isCloseTo(number(spreads.get(date + 1)[h + 1]), CLOSE);
                assertThat(figures.factorReturns()[date]).isCloseTo(number(weighted.get(date + 1)[h + 1]), CLOSE);
            }
        }
    }

    @Test
    void alphaAndBetaAreTheReference() {
        List<String[]> lines = SharedFiles.csv("c_mom_12_1_alpha_beta.csv");
        for (int h = 0; h < 3; h++) {
            AlphaBeta found = analysis.horizons().get(h).alphaBeta();
            assertThat(found.alpha()).isCloseTo(number(lines.get(1)[h + 1]), CLOSE);
            assertThat(found.beta()).isCloseTo(number(lines.get(2)[h + 1]), CLOSE);
        }
    }

    @Test
    void turnoverAndAutocorrelationAreTheReference() {
        List<String[]> lines = SharedFiles.csv("c_mom_12_1_autocorr_turnover.csv");
        for (int date = 0; date < 986; date++) {
            String[] cells = lines.get(date + 1);
            for (int lag = 0; lag < 3; lag++) {
                Stability stability = analysis.stability().get(lag);
                assertThat(stability.autocorrelation()[date]).isCloseTo(number(cells[1 + lag]), CLOSE);
                assertThat(stability.turnover()[0][date]).isCloseTo(number(cells[4 + lag]), CLOSE);
                assertThat(stability.turnover()[4][date]).isCloseTo(number(cells[7 + lag]), CLOSE);
            }
        }
        String json = SharedFiles.text("c_factors.json");
        assertThat(analysis.stability().get(2).meanAutocorrelation())
                .isCloseTo(SharedFiles.number(json, "mom_12_1", "autocorr_mean", "21"), CLOSE);
        assertThat(analysis.stability().get(1).meanTurnover()[4])
                .isCloseTo(SharedFiles.number(json, "mom_12_1", "turnover_mean", "q5_5"), CLOSE);
    }

    @Test
    void assetsFallIntoTheQuantilesOfTheReference() {
        List<String[]> lines = SharedFiles.csv("c_mom_12_1_quantiles_every21.csv");
        ScoreMatrix scores = momentum(panel);
        for (String[] cells : lines.subList(1, lines.size())) {
            int day = panel.firstDayFrom(LocalDate.parse(cells[0]));
            double[] today = new double[panel.assets()];
            for (int asset = 0; asset < today.length; asset++) {
                today[asset] = scores.get(asset, day);
            }
            int[] assigned = Quantiles.assign(today, 5);
            for (int i = 1; i < cells.length; i++) {
                int asset = panel.tickers().indexOf(lines.get(0)[i]);
                assertThat(assigned[asset]).isEqualTo((int) number(cells[i]));
            }
        }
    }

    private static double number(String cell) {
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }
}
