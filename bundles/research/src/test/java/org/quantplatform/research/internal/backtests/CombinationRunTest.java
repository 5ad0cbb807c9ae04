package org.quantplatform.research.internal.backtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quantplatform.api.backtests.BacktestRequest;
import org.quantplatform.api.backtests.CostSpec;
import org.quantplatform.api.strategies.FactorCombination;
import org.quantplatform.api.strategies.FactorCombination.Method;
import org.quantplatform.api.strategies.FactorWeight;
import org.quantplatform.api.strategies.StrategySpec;
import org.quantplatform.core.backtests.BacktestStore.NewBacktest;
import org.quantplatform.core.backtests.BacktestStore.Result;
import org.quantplatform.core.data.PanelSource;
import org.quantplatform.core.jobs.JobHandler.JobCancelled;
import org.quantplatform.model.FieldError;
import org.quantplatform.model.Panel;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.Rebalance;
import org.quantplatform.research.internal.scores.ScoreCache;

class CombinationRunTest {

    private static final LocalDate START = LocalDate.of(2020, 1, 1);
    private static final int DAYS = 260;

    private final Panel whole = Fixtures.random(20, START, DAYS + 60);

    private static FactorWeight momentum(int lookback, double weight) {
        return new FactorWeight("momentum", weight, Map.of("lookback", lookback, "skip", 0));
    }

    private Result run(Panel panel, @Nullable FactorCombination combination) throws JobCancelled {
        StrategySpec strategy = new StrategySpec(
                "factor-rank",
                Map.of("top", 4, "invested", 0.98),
                List.of(momentum(5, 1), momentum(40, -2)),
                null,
                null,
                Rebalance.WEEKLY,
                null,
                combination);
        BacktestRequest request = new BacktestRequest(
                null,
                strategy,
                null,
                START,
                whole.date(DAYS - 1),
                1e6,
                null,
                null,
                new CostSpec(10.0, 5.0, false, null),
                null,
                null);
        TestPlugins plugins = new TestPlugins();
        PanelSource source = Fixtures.source(panel, List.of());
        NewBacktest planned =
                new BacktestPlanner(new NoStrategies(), new MemoryExpressions(), plugins, source).plan(request, 1);
        return new BacktestCalculation(Pins.resolve(planned.pinned(), plugins), source, Fixtures.JOB)
                .run(ScoreCache.none());
    }

    private static FactorCombination by(Method method) {
        return new FactorCombination(method, 5, 60, 20);
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void laterBarsChangeNothing(Method method) throws JobCancelled {
        Result withFuture = run(whole, by(method));
        Result without = run(whole.head(DAYS), by(method));
        assertThat(withFuture.trades()).isNotEmpty().isEqualTo(without.trades());
        assertThat(withFuture.equity().equity()).isEqualTo(without.equity().equity());
    }

    @Test
    void givenWeightsAreTheDefault() throws JobCancelled {
        Result left = run(whole, null);
        assertThat(run(whole, by(Method.GIVEN)).trades()).isEqualTo(left.trades());
        for (Method method : List.of(Method.EQUAL, Method.IC, Method.INVERSE_VOLATILITY, Method.MAX_ICIR)) {
            assertThat(run(whole, by(method)).trades()).as("%s", method).isNotEqualTo(left.trades());
        }
    }

    @Test
    void theManifestShowsEveryDefault() throws JobCancelled {
        FactorCombination short0 = new FactorCombination(Method.IC, null, 100, null);
        Result result = run(whole, short0);
        assertThat(result.manifest().request().strategy().combination())
                .isEqualTo(new FactorCombination(Method.IC, 21, 100, 25));
    }

    @Test
    void namesEveryWrongField() {
        QuantException refusal =
                catchThrowableOfType(QuantException.class, () -> run(whole, new FactorCombination(null, 253, 1, 5000)));
        assertThat(refusal.errors())
                .extracting(FieldError::field)
                .containsExactly(
                        "strategy.combination.method",
                        "strategy.combination.horizon",
                        "strategy.combination.window",
                        "strategy.combination.min_days");
    }
}
