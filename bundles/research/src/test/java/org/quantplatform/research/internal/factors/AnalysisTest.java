package org.quantplatform.research.internal.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quantplatform.api.factors.AnalysisRequest;
import org.quantplatform.api.factors.DecayTable;
import org.quantplatform.api.factors.FactorChoice;
import org.quantplatform.api.factors.FactorCorrelations;
import org.quantplatform.api.factors.FactorFigures;
import org.quantplatform.api.factors.IcSeries;
import org.quantplatform.api.factors.QuantileSeries;
import org.quantplatform.api.strategies.FactorCombination;
import org.quantplatform.core.data.PanelSource;
import org.quantplatform.core.factors.FactorAnalysisStore;
import org.quantplatform.core.factors.FactorAnalysisStore.NewAnalysis;
import org.quantplatform.core.factors.FactorAnalysisStore.Part;
import org.quantplatform.core.factors.FactorAnalysisStore.PartKey;
import org.quantplatform.core.factors.FactorAnalysisStore.Result;
import org.quantplatform.core.jobs.JobHandler.JobCancelled;
import org.quantplatform.model.Adjust;
import org.quantplatform.model.FieldError;
import org.quantplatform.model.Market;
import org.quantplatform.model.Panel;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.Universe;
import org.quantplatform.research.internal.backtests.Fixtures;
import org.quantplatform.research.internal.backtests.MemoryExpressions;
import org.quantplatform.research.internal.backtests.ReferenceFiles;
import org.quantplatform.research.internal.backtests.TestPlugins;
import org.quantplatform.research.internal.scores.ScoreCache;

class AnalysisTest {

    private static final LocalDate START = LocalDate.of(2020, 1, 1);

    private static FactorChoice momentum(int lookback, int skip) {
        return new FactorChoice("momentum", Map.of("lookback", lookback, "skip", skip), null);
    }

    private static AnalysisRequest request(List<FactorChoice> factors, FactorCombination combination) {
        return new AnalysisRequest(
                factors,
                null,
                START,
                LocalDate.of(2020, 12, 31),
                List.of(5, 1),
                3,
                null,
                Adjust.NONE,
                combination,
                List.of(1, 2));
    }

    private static Result analysis(Panel panel, AnalysisRequest request) throws JobCancelled {
        TestPlugins plugins = new TestPlugins();
        PanelSource source = Fixtures.source(panel, List.of());
        NewAnalysis planned = new AnalysisPlanner(plugins, new MemoryExpressions(), source).plan(request, 1);
        return new AnalysisJob(null, plugins, source, ScoreCache.none()).analyse(planned, Fixtures.JOB);
    }

    private static <T> T part(Result result, String subject, Part part, Class<T> type) {
        return result.parts().stream()
                .filter(each -> each.key().equals(new PartKey(subject, part)))
                .map(each -> type.cast(each.document()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everySubjectHasFiguresAndParts() throws JobCancelled {
        Panel panel = Fixtures.random(12, START, 200);
        FactorCombination equal = new FactorCombination(FactorCombination.Method.EQUAL, null, null, null);
        Result result = analysis(
                panel,
                request(
                        List.of(
                                momentum(20, 0),
                                momentum(60, 5),
                                new FactorChoice("momentum", Map.of("lookback", 9, "skip", 0), null, "fast")),
                        equal));
        assertThat(result.subjects())
                .extracting(FactorFigures::subject)
                .containsExactly("momentum", "momentum#2", "fast", "combination");
        FactorFigures first = result.subjects().get(0);
        assertThat(first.dates()).isEqualTo(175);
        assertThat(first.firstDate()).isEqualTo(panel.date(20));
        assertThat(first.lastDate()).isEqualTo(panel.date(194));
        assertThat(first.observations()).isEqualTo(175 * 12);
        assertThat(first.ic()).containsOnlyKeys("1", "5");
        assertThat(first.quantileReturns().get("1")).hasSize(3);
        assertThat(result.subjects().get(3).factor()).isNull();
        for (FactorFigures subject : result.subjects()) {
            for (Part part : Part.values()) {
                if (part != Part.CORRELATION) {
                    part(result, subject.subject(), part, Object.class);
                }
            }
        }
        QuantileSeries quantiles = part(result, "momentum", Part.QUANTILES, QuantileSeries.class);
        assertThat(quantiles.cumulative().get("5").dates()).hasSize(35);
        assertThat(quantiles.cumulative().get("5").quantiles().get(2)).hasSize(36);
        DecayTable decay = part(result, "combination", Part.DECAY, DecayTable.class);
        assertThat(decay.horizons()).extracting(DecayTable.Row::horizon).containsExactly(1, 2);
        FactorCorrelations alike = part(result, FactorAnalysisStore.ALL, Part.CORRELATION, FactorCorrelations.class);
        assertThat(alike.subjects()).hasSize(4);
        assertThat(alike.matrix()[0][0]).isCloseTo(1, within(1e-12));
        assertThat(alike.matrix()[0][1]).isEqualTo(alike.matrix()[1][0]);
    }

    @Test
    void forwardReturnsMayEndAfterTheLastDate() throws JobCancelled {
        Panel panel = Fixtures.random(12, START, 200);
        AnalysisRequest early = new AnalysisRequest(
                List.of(momentum(20, 0)),
                null,
                START,
                panel.date(150),
                List.of(1, 21),
                3,
                null,
                Adjust.NONE,
                null,
                List.of(5));
        FactorFigures figures = analysis(panel, early).subjects().get(0);
        assertThat(figures.lastDate()).isEqualTo(panel.date(150));
        assertThat(figures.dates()).isEqualTo(131);
    }

    @Test
    void aRequestWithoutScoresIsToldSo() throws JobCancelled {
        Result result = analysis(Fixtures.random(4, START, 30), request(List.of(momentum(252, 21)), null));
        assertThat(result.subjects().get(0).dates()).isZero();
        assertThat(result.subjects().get(0).ic().get("1").mean()).isNaN();
        assertThat(result.warnings()).hasSize(1);
    }

    @Test
    void namesEveryWrongFieldAtOnce() {
        AnalysisRequest wrong = new AnalysisRequest(
                Arrays.asList(
                        new FactorChoice("nothing", null, null),
                        new FactorChoice("", null, 0.0),
                        new FactorChoice("momentum", null, 0.0, "combination")),
                null,
                null,
                LocalDate.of(2020, 1, 1),
                List.of(0),
                1,
                -1.0,
                null,
                new FactorCombination(FactorCombination.Method.IC, 0, 5, 6),
                List.of());
        QuantException refusal =
                catchThrowableOfType(QuantException.class, () -> analysis(Fixtures.random(3, START, 30), wrong));
        assertThat(refusal.errors())
                .extracting(FieldError::field)
                .containsExactly(
                        "factors[0].factor",
                        "factors[1].factor",
                        "factors[2].weight",
                        "factors[2].name",
                        "start_date",
                        "horizons",
                        "decay_horizons",
                        "quantiles",
                        "outlier_zscore",
                        "combination.horizon",
                        "combination.min_days");
    }

    /** 12-1 momentum of 470 stocks, which another system analysed. */
    @Test
    void equalsTheReferenceAnalysis() throws IOException, JobCancelled {
        Path golden = ReferenceFiles.folder();
        assumeTrue(Files.isDirectory(golden), "the reference results are not on this machine");
        Panel prices = ReferenceFiles.prices(golden.resolve("c_prices_470.csv.gz"));
        AnalysisRequest request = new AnalysisRequest(
                List.of(momentum(252, 21)),
                Universe.of(Market.US, prices.tickers()),
                LocalDate.of(2013, 2, 8),
                LocalDate.of(2018, 2, 7),
                List.of(1, 5, 21),
                5,
                null,
                Adjust.NONE,
                null,
                List.of(1));
        Result result = analysis(prices, request);
        FactorFigures figures = result.subjects().get(0);
        assertThat(figures.dates()).isEqualTo(986);
        assertThat(figures.observations()).isEqualTo(463_420);
        assertThat(figures.firstDate()).isEqualTo("2014-02-10");
        assertThat(figures.lastDate()).isEqualTo("2018-01-08");
        assertThat(figures.ic().get("1").mean()).isCloseTo(0.014113863750282072, within(1e-12));
        assertThat(figures.ic().get("21").icir()).isCloseTo(0.06487072161302296, within(1e-12));
        assertThat(figures.ic().get("5").t()).isCloseTo(2.1820998233413182, within(1e-11));
        assertThat(figures.spread().get("21").mean()).isCloseTo(0.0025174305247963285, within(1e-12));
        assertThat(figures.rankAutocorrelation().get("5")).isCloseTo(0.9724373504513563, within(1e-12));
        assertThat(figures.turnover().get("21")[4]).isCloseTo(0.23429610847756585, within(1e-12));
        List<String> monthly = Files.readAllLines(golden.resolve("c_mom_12_1_ic_monthly_mean.csv"));
        IcSeries series = part(result, "momentum", Part.IC, IcSeries.class);
        assertThat(series.months()).hasSize(monthly.size() - 1);
        for (int month = 0; month < series.months().size(); month++) {
            String[] cells = monthly.get(month + 1).split(",");
            assertThat(cells[0]).startsWith(series.months().get(month));
            assertThat(series.monthlyIc().get("1")[month]).isCloseTo(Double.parseDouble(cells[1]), within(1e-12));
            assertThat(series.monthlyIc().get("21")[month]).isCloseTo(Double.parseDouble(cells[3]), within(1e-12));
        }
    }
}
