package org.quantplatform.research.internal.searches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quantplatform.api.backtests.BacktestSummary;
import org.quantplatform.api.searches.CostSensitivity;
import org.quantplatform.api.searches.Robustness;
import org.quantplatform.api.searches.SearchRequest;
import org.quantplatform.api.searches.Trial;
import org.quantplatform.api.searches.Trial.Part;
import org.quantplatform.api.searches.WalkForward;
import org.quantplatform.core.data.PanelSource;
import org.quantplatform.core.jobs.JobContext;
import org.quantplatform.core.jobs.JobHandler.JobCancelled;
import org.quantplatform.core.searches.NewSearch;
import org.quantplatform.core.searches.SearchStore.Finished;
import org.quantplatform.engine.robust.Overfitting;
import org.quantplatform.engine.robust.SharpeSample;
import org.quantplatform.engine.stats.Statistics;
import org.quantplatform.json.QuantJson;
import org.quantplatform.model.PluginKind;
import org.quantplatform.model.PluginPin;
import org.quantplatform.research.internal.backtests.BacktestPlanner;
import org.quantplatform.research.internal.backtests.Fixtures;
import org.quantplatform.research.internal.backtests.MemoryExpressions;
import org.quantplatform.research.internal.backtests.NoStrategies;
import org.quantplatform.research.internal.backtests.TestPlugins;
import org.quantplatform.research.internal.scores.ScoreCache;
import org.quantplatform.research.internal.searches.MemorySearchStore.Killed;
import org.quantplatform.research.internal.searches.SearchJob.Sources;

class SearchJobTest {

    private static final String BACKTEST =
            """
            "backtest": {"strategy": {"factors": [{"factor": "momentum", "weight": 1, "parameters": {"lookback": 20, "skip": 2}}],
                                      "parameters": {"top": 3}, "rebalance_frequency": "weekly"},
                         "universe": {"market": "US"}, "start_date": "2020-02-03", "end_date": "2020-12-31",
                         "initial_capital": 1000000, "costs": {"commission_bps": 10, "slippage_bps": 5}}""";
    private static final String GRID = BACKTEST
            + ", \"space\": {\"parameters.top\": [1, 2, 4, 8], \"factors[0].parameters.lookback\": [10, 20, 40]}";
    private static final String WALK = BACKTEST
            + ", \"space\": {\"parameters.top\": [1, 3, 6]}, \"kind\": \"walk_forward\","
            + " \"walk_forward\": {\"scheme\": \"anchored\", \"train\": {\"days\": 100}, \"test\": {\"days\": 50}}";
    private static final PanelSource PANELS =
            Fixtures.source(Fixtures.random(20, LocalDate.of(2020, 1, 1), 300), List.of());

    private static NewSearch plan(String json) {
        return new SearchPlanner(
                        new BacktestPlanner(new NoStrategies(), new MemoryExpressions(), new TestPlugins(), PANELS),
                        new TestPlugins(),
                        PANELS)
                .plan(QuantJson.readRequest("{" + json + "}", SearchRequest.class), 1);
    }

    private static MemorySearchStore run(String json, MemorySearchStore store, int threads) throws JobCancelled {
        run(json, store, threads, false, new ArrayList<>());
        return store;
    }

    private static void run(
            String json, MemorySearchStore store, int threads, boolean cancelled, List<Map<String, Object>> progress)
            throws JobCancelled {
        JobContext context = new JobContext() {
            @Override
            public String id() {
                return "se_20260101_001";
            }

            @Override
            public long ownerId() {
                return 1;
            }

            @Override
            public String requestJson() {
                return QuantJson.write(plan(json));
            }

            @Override
            public void progress(long done, long total, Map<String, Object> values) {
                progress.add(values);
            }

            @Override
            public boolean cancelled() {
                return cancelled;
            }
        };
        Sources sources = new Sources(new TestPlugins(), PANELS, ScoreCache.none());
        new SearchJob(store, sources, threads).run(context);
    }

    private static void assertSame(MemorySearchStore a, MemorySearchStore b) {
        for (Part part : Part.values()) {
            List<Finished> first = a.all("", part);
            List<Finished> second = b.all("", part);
            assertThat(second)
                    .extracting(Finished::trial)
                    .isEqualTo(first.stream().map(Finished::trial).toList());
            for (int i = 0; i < first.size(); i++) {
                assertThat(second.get(i).returns()).isEqualTo(first.get(i).returns());
                assertThat(second.get(i).epochDays()).isEqualTo(first.get(i).epochDays());
            }
        }
        assertThat(b.result().robustness()).isEqualTo(a.result().robustness());
        assertThat(b.result().best()).isEqualTo(a.result().best());
    }

    @Test
    void everyTrialIsWhatABacktestOfItsRequestIs() throws JobCancelled {
        MemorySearchStore store = run(GRID, new MemorySearchStore(), 2);
        NewSearch search = plan(GRID);
        TrialPlan plan = new TrialPlan(search);
        List<Finished> all = store.all("", Part.WHOLE);
        assertThat(all).hasSize(12);
        for (Finished each : all) {
            int number = each.trial().number();
            assertThat(each.trial().values()).isEqualTo(TrialPlan.named(plan.values(number)));
            BacktestSummary alone = Fixtures.backtest(PANELS, plan.submitted(plan.values(number), plan.spot(number)))
                    .summary();
            assertThat(each.trial().summary()).isEqualTo(alone);
            assertThat(each.trial().objective()).isEqualTo(alone.sharpeRatio());
            assertThat(Statistics.sharpeRatio(each.returns(), 0)).isEqualTo(alone.sharpeRatio());
        }
    }

    @Test
    void whatOnlySomeTrialsNeedIsPinnedToo() throws JobCancelled {
        String json = BACKTEST.replace("{\"commission_bps\": 10, \"slippage_bps\": 5}", "{\"commission_bps\": 10}")
                + ", \"space\": {\"execution.market_rules\": [false, true], \"costs.multiple\": [1, 2]}";
        NewSearch search = plan(json);
        assertThat(search.plugins()).extracting(PluginPin::kind).contains(PluginKind.RULES);
        TrialPlan plan = new TrialPlan(search);
        for (Finished each : run(json, new MemorySearchStore(), 2).all("", Part.WHOLE)) {
            int number = each.trial().number();
            assertThat(each.trial().summary())
                    .isEqualTo(Fixtures.backtest(PANELS, plan.submitted(plan.values(number), plan.spot(number)))
                            .summary());
        }
    }

    @Test
    void theNumberOfThreadsChangesNothing() throws JobCancelled {
        assertSame(run(GRID, new MemorySearchStore(), 1), run(GRID, new MemorySearchStore(), 3));
        assertSame(run(WALK, new MemorySearchStore(), 1), run(WALK, new MemorySearchStore(), 3));
    }

    @Test
    void whatWasFinishedBeforeAKillIsNotRunAgain() throws JobCancelled {
        MemorySearchStore whole = run(GRID, new MemorySearchStore(), 2);
        MemorySearchStore killed = new MemorySearchStore(5);
        assertThatThrownBy(() -> run(GRID, killed, 2)).isInstanceOf(Killed.class);
        MemorySearchStore resumed = run(GRID, new MemorySearchStore(killed), 2);
        assertThat(killed.saved()).hasSize(5);
        assertThat(resumed.saved()).hasSize(7).doesNotContainAnyElementsOf(killed.saved());
        assertSame(whole, resumed);
    }

    @Test
    void aWalkForwardGoesOnAmidItsTests() throws JobCancelled {
        MemorySearchStore whole = run(WALK, new MemorySearchStore(), 2);
        MemorySearchStore killed = new MemorySearchStore(10);
        assertThatThrownBy(() -> run(WALK, killed, 2)).isInstanceOf(Killed.class);
        MemorySearchStore resumed = run(WALK, new MemorySearchStore(killed), 1);
        assertThat(resumed.saved()).hasSize(2);
        assertSame(whole, resumed);
    }

    @Test
    void runsWithTheSameScoresStandTogether() throws JobCancelled {
        MemorySearchStore store = run(GRID, new MemorySearchStore(), 1);
        List<Object> lookbacks = store.saved().stream()
                .map(number -> store.all("", Part.WHOLE).get(number - 1).trial().values())
                .map(values -> values.get("factors[0].parameters.lookback"))
                .toList();
        assertThat(lookbacks).isSorted();
    }

    @Test
    void luckIsJudgedByAllTrialsAndTheLedger() throws JobCancelled {
        MemorySearchStore store = run(GRID, new MemorySearchStore(), 2);
        List<Finished> all = store.all("", Part.WHOLE);
        double[][] returns = all.stream().map(Finished::returns).toArray(double[][]::new);
        Trial best = store.result().best();
        assertThat(all).allSatisfy(each -> assertThat(each.trial().objective()).isLessThanOrEqualTo(best.objective()));
        Robustness robustness = store.result().robustness();
        assertThat(robustness.sharpeRatio()).isCloseTo(best.objective(), within(1e-12));
        assertThat(robustness.trials()).isEqualTo(12);
        assertThat(robustness.countedTrials()).isEqualTo(12);
        assertThat(robustness.blocks()).isEqualTo(16);
        Overfitting overfitting = Overfitting.of(returns, 16);
        assertThat(robustness.overfitProbability()).isEqualTo(overfitting.probability());
        assertThat(robustness.degradation()).isEqualTo(overfitting.degradation());
        assertThat(robustness.lossProbability()).isEqualTo(overfitting.lossProbability());
        // quantiles of the normal distribution at 1 - 1/12 and 1 - 1/(12 e)
        double[] ratios = Arrays.stream(returns)
                .mapToDouble(each -> SharpeSample.of(each).sharpe())
                .toArray();
        double mean = Arrays.stream(ratios).average().orElseThrow();
        double variance =
                Arrays.stream(ratios).map(r -> (r - mean) * (r - mean)).sum() / 11;
        double expected = Math.sqrt(variance)
                * ((1 - 0.5772156649015329) * 1.382994127100638 + 0.5772156649015329 * 1.8712297693581532);
        assertThat(robustness.expectedMaximumSharpe() / Math.sqrt(252)).isCloseTo(expected, within(1e-9));
        SharpeSample sample = SharpeSample.of(returns[best.number() - 1]);
        assertThat(robustness.deflatedSharpeRatio())
                .isEqualTo(sample.probabilityAbove(robustness.expectedMaximumSharpe() / Math.sqrt(252)), within(1e-12));
        assertThat(robustness.probabilisticSharpeRatio()).isEqualTo(sample.probabilityAbove(0));
        assertThat(robustness.deflatedByEffectiveTrials())
                .isBetween(robustness.deflatedSharpeRatio(), robustness.probabilisticSharpeRatio());
    }

    @Test
    void eachTestRunsWhatItsTrainingChose() throws JobCancelled {
        MemorySearchStore store = run(WALK, new MemorySearchStore(), 2);
        NewSearch search = plan(WALK);
        WalkForward walk = store.result().walkForward();
        List<Finished> tests = store.all("", Part.TEST);
        assertThat(walk.windows()).hasSize(3);
        double grown = 1;
        for (WalkForward.Window window : walk.windows()) {
            Trial chosen = store.all("", Part.TRAIN).get(window.chosen() - 1).trial();
            assertThat(store.all("", Part.TRAIN))
                    .filteredOn(each -> each.trial().window() == window.window())
                    .hasSize(3)
                    .allSatisfy(each -> assertThat(each.trial().objective()).isLessThanOrEqualTo(chosen.objective()));
            Finished test = tests.get(window.window() - 1);
            assertThat(test.trial().values()).isEqualTo(chosen.values()).isEqualTo(window.values());
            assertThat(LocalDate.ofEpochDay(test.epochDays()[0])).isAfter(window.testFrom());
            assertThat(LocalDate.ofEpochDay(test.epochDays()[test.epochDays().length - 1]))
                    .isEqualTo(window.testTo());
            assertThat(window.trainFrom()).isEqualTo(LocalDate.of(2020, 2, 3));
            TrialPlan plan = new TrialPlan(search);
            BacktestSummary alone = Fixtures.backtest(
                            PANELS,
                            plan.submitted(
                                    TrialPlan.paths(test.trial().values()),
                                    plan.spot(test.trial().number())))
                    .summary();
            assertThat(test.trial().summary()).isEqualTo(alone);
            grown *= 1 + alone.totalReturn();
        }
        assertThat(walk.outOfSample().totalReturn()).isCloseTo(grown - 1, within(1e-12));
        assertThat(store.result().best().window()).isEqualTo(3);
        assertThat(walk.criteria())
                .extracting(WalkForward.Criterion::name)
                .containsExactly("efficiency", "profitable_windows", "sharpe_ratio", "max_drawdown");
        assertThat(walk.accepted()).isEqualTo(walk.criteria().stream().allMatch(WalkForward.Criterion::passed));
        assertThat(store.result().robustness().blocks()).isZero();
        assertThat(store.result().robustness().overfitProbability()).isNaN();
    }

    @Test
    void costsEatIntoReturns() throws JobCancelled {
        String json = BACKTEST + ", \"kind\": \"cost_sensitivity\", \"cost_multiples\": [0, 1, 10, 50]";
        CostSensitivity costs = run(json, new MemorySearchStore(), 2).result().costSensitivity();
        assertThat(costs.multiples()).containsExactly(0, 1, 10, 50);
        assertThat(costs.totalCosts()).startsWith(0);
        assertThat(costs.totalReturns()[0]).isGreaterThan(costs.totalReturns()[1]);
        assertThat(costs.totalReturns()[2]).isGreaterThan(costs.totalReturns()[3]);
    }

    @Test
    void theReturnIsZeroBetweenTheMultiplesAroundIt() {
        BacktestSummary gain = summary(0.3);
        BacktestSummary loss = summary(-0.1);
        List<Trial> trials = List.of(
                new Trial(1, 0, Part.WHOLE, Map.of(), 1, gain, null),
                new Trial(2, 0, Part.WHOLE, Map.of(), 1, loss, null));
        assertThat(Findings.costs(List.of(1.0, 3.0), trials).breakEven()).isCloseTo(2.5, within(1e-12));
        assertThat(Findings.costs(List.of(1.0, 3.0), List.of(trials.get(0), trials.get(0)))
                        .breakEven())
                .isNaN();
    }

    private static BacktestSummary summary(double totalReturn) {
        return new BacktestSummary(totalReturn, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void aTrialThatFailsIsARowAndNoEnd() throws JobCancelled {
        MemorySearchStore store =
                run(BACKTEST + ", \"space\": {\"parameters.invested\": [0.5, 3]}", new MemorySearchStore(), 2);
        List<Finished> all = store.all("", Part.WHOLE);
        assertThat(all.get(1).trial().error()).contains("add up to");
        assertThat(all.get(1).trial().objective()).isNaN();
        assertThat(store.result().best().number()).isEqualTo(1);
        assertThat(store.result().robustness().trials()).isEqualTo(1);
        assertThat(store.result().robustness().overfitProbability()).isNaN();
        assertThatThrownBy(() ->
                        run(BACKTEST + ", \"space\": {\"parameters.invested\": [2, 3]}", new MemorySearchStore(), 2))
                .hasMessageContaining("no trial ran through");
    }

    @Test
    void tellsHowFarItIsAndEndsWhenItIsCancelled() throws JobCancelled {
        List<Map<String, Object>> progress = new ArrayList<>();
        run(GRID, new MemorySearchStore(), 2, false, progress);
        assertThat(progress.get(0)).containsEntry("completed_trials", 0).containsEntry("total_trials", 12);
        assertThat(progress.get(progress.size() - 1)).containsEntry("completed_trials", 12);
        assertThatThrownBy(() -> run(GRID, new MemorySearchStore(), 2, true, progress))
                .isInstanceOf(JobCancelled.class);
    }
}
