package org.quantplatform.research.internal.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quantplatform.api.backtests.Backtest;
import org.quantplatform.api.backtests.BacktestMetrics;
import org.quantplatform.api.backtests.EquitySeries;
import org.quantplatform.api.jobs.JobStatus;
import org.quantplatform.api.statistics.Basis;
import org.quantplatform.api.statistics.Drawdown;
import org.quantplatform.api.statistics.RollingQuery;
import org.quantplatform.api.statistics.RollingSeries;
import org.quantplatform.api.statistics.Span;
import org.quantplatform.api.statistics.SpanReturn;
import org.quantplatform.engine.figures.Convention;
import org.quantplatform.engine.figures.Sample;
import org.quantplatform.model.QuantException;
import org.quantplatform.research.internal.backtests.FullMetrics;

class EquityTablesTest {

    private static final LocalDate START = LocalDate.of(2019, 12, 30);
    /** The first close is below the capital of 100 already. */
    private static final double[] EQUITY = {98, 90, 99, 110, 104.5, 104.5};

    private static final double[] BENCHMARK = {100, 101, 102, 103, 104, 105};

    private static final Backtest RUN = new Backtest(
            "bt_1",
            JobStatus.COMPLETED,
            100,
            null,
            "factor-rank",
            START,
            START.plusDays(5),
            100,
            "USD",
            null,
            null,
            null,
            List.of(),
            null,
            Map.of(),
            Instant.EPOCH,
            null,
            null);

    private static EquitySeries equity(double[] values, double[] benchmark) {
        List<LocalDate> dates =
                IntStream.range(0, values.length).mapToObj(START::plusDays).toList();
        return new EquitySeries(dates, values, new double[values.length], new double[values.length], benchmark);
    }

    private static Sample sample(double[] benchmark) {
        return FullMetrics.sample(RUN, equity(EQUITY, benchmark), Convention.DAILY);
    }

    @Test
    void drawdownsStartFromTheCapital() {
        assertThat(DrawdownTable.of(RUN, equity(EQUITY, new double[0])))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("depth")
                .containsExactly(
                        new Drawdown(START, START.plusDays(1), START.plusDays(3), -0.1, 3, 1, 2),
                        new Drawdown(START.plusDays(3), START.plusDays(4), null, -0.05, 2, 1, null))
                .extracting(Drawdown::depth)
                .satisfiesExactly(depth -> assertThat(depth).isCloseTo(-0.1, within(1e-15)), depth -> assertThat(depth)
                        .isCloseTo(-0.05, within(1e-15)));
    }

    @Test
    void spansTellOwnAndBenchmarksReturn() {
        List<SpanReturn> years = SpanTable.of(sample(BENCHMARK), Span.YEAR);

        assertThat(years).extracting(SpanReturn::span).containsExactly("2019", "2020");
        assertThat(years).extracting(SpanReturn::periods).containsExactly(1, 4);
        assertThat(years.get(0).portfolio()).isCloseTo(-0.1, within(1e-15));
        assertThat(years.get(1).portfolio()).isCloseTo(104.5 / 90 - 1, within(1e-15));
        assertThat(years.get(1).benchmark()).isCloseTo(105 / 101.0 - 1, within(1e-15));
        assertThat(years.get(1).active()).isCloseTo(104.5 / 90 - 105 / 101.0, within(1e-15));
        assertThat(years.get(1).cumulative()).isCloseTo(0.045, within(1e-15));
        assertThat(SpanTable.of(sample(BENCHMARK), Span.DAY))
                .extracting(SpanReturn::span)
                .startsWith("2019-12-31", "2020-01-01")
                .hasSize(5);
        assertThat(years.get(1).from()).isEqualTo(LocalDate.of(2020, 1, 1));
        assertThat(SpanTable.of(sample(BENCHMARK), Span.MONTH))
                .extracting(SpanReturn::span)
                .containsExactly("2019-12", "2020-01");
        assertThat(SpanTable.of(sample(new double[0]), Span.WEEK))
                .singleElement()
                .satisfies(week -> {
                    assertThat(week.span()).isEqualTo("2020-W01");
                    assertThat(week.benchmark()).isNaN();
                });
        assertThat(SpanTable.of(sample(BENCHMARK), Span.QUARTER))
                .extracting(SpanReturn::span)
                .containsExactly("2019-Q4", "2020-Q1");
    }

    @Test
    void rollingTellsTheLastDayOfEachWindow() {
        RollingSeries series =
                Rolling.of(sample(BENCHMARK), new RollingQuery(4, List.of("total_return", "beta"), Basis.DAILY));

        assertThat(series.dates()).containsExactly(START.plusDays(4), START.plusDays(5));
        assertThat(series.values()).containsOnlyKeys("total_return", "beta");
        assertThat(series.values().get("total_return")[1]).isCloseTo(104.5 / 90 - 1, within(1e-15));
        assertThat(Rolling.of(sample(BENCHMARK), new RollingQuery(2, List.of(), Basis.DAILY))
                        .values())
                .containsKeys("sharpe_ratio", "beta");
    }

    @Test
    void everyWrongFieldIsTold() {
        RollingQuery wrong = new RollingQuery(9, List.of("luck", "turnover"), Basis.DAILY);
        assertThatThrownBy(() -> Rolling.of(sample(BENCHMARK), wrong))
                .isInstanceOfSatisfying(QuantException.class, refused -> assertThat(refused.errors())
                        .extracting(error -> error.field())
                        .containsExactly("window", "statistics", "statistics"));
        assertThatThrownBy(() -> Requests.convention(new Basis(0, Double.NaN)))
                .isInstanceOfSatisfying(QuantException.class, refused -> assertThat(refused.errors())
                        .extracting(error -> error.field())
                        .containsExactly("periods", "risk_free"));
    }

    @Test
    void tooMuchWorkIsRefusedWithItsCount() {
        RollingQuery query = new RollingQuery(50_000, Collections.nCopies(1, "omega"), Basis.DAILY);

        assertThatThrownBy(() -> Requests.figures(query, 100_000)).hasMessageContaining("2500050000 values");
    }

    @Test
    void metricsHoldWhatWasStoredAndWhatFollowsFromEquity() {
        BacktestMetrics stored =
                new BacktestMetrics("bt_1", Map.of("num_trades", 7.0), List.of(), Map.of("2019", -0.1));
        BacktestMetrics full = FullMetrics.of(stored, sample(BENCHMARK));

        assertThat(full.metrics()).containsEntry("num_trades", 7.0).containsKeys("ulcer_index", "beta");
        assertThat(full.metrics().get("total_return")).isCloseTo(0.045, within(1e-15));
        assertThat(full.yearlyReturns()).containsOnlyKeys("2019");
    }

    @Test
    void aSingleDayHasNoReturns() {
        Sample one = FullMetrics.sample(RUN, equity(new double[] {98}, new double[0]), Convention.DAILY);

        assertThat(SpanTable.of(one, Span.YEAR)).isEmpty();
        assertThat(DrawdownTable.of(RUN, equity(new double[] {98}, new double[0])))
                .isEmpty();
        assertThatThrownBy(() -> Rolling.of(one, new RollingQuery(2, List.of(), Basis.DAILY)))
                .isInstanceOf(QuantException.class);
    }
}
