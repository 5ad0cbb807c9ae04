package org.quantplatform.research.internal.backtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.quantplatform.api.strategies.Constraints;
import org.quantplatform.core.plugins.BoundPlugin;
import org.quantplatform.engine.sim.Charges;
import org.quantplatform.engine.sim.Financing;
import org.quantplatform.engine.sim.Progress;
import org.quantplatform.engine.sim.Setup;
import org.quantplatform.engine.sim.SimulationResult;
import org.quantplatform.engine.sim.Simulator;
import org.quantplatform.model.Field;
import org.quantplatform.model.FillPrice;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Market;
import org.quantplatform.model.Order;
import org.quantplatform.model.Panel;
import org.quantplatform.model.PluginKind;
import org.quantplatform.model.PluginPin;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.Rebalance;
import org.quantplatform.model.ShareRule;
import org.quantplatform.model.Universe;
import org.quantplatform.research.internal.requests.BoundSpec;
import org.quantplatform.spi.factor.Requirements;
import org.quantplatform.spi.optimizer.Optimizer;
import org.quantplatform.spi.optimizer.Problem;
import org.quantplatform.spi.optimizer.Solution;
import org.quantplatform.spi.strategy.Snapshot;
import org.quantplatform.spi.strategy.Strategy;
import org.quantplatform.spi.strategy.Targets;

class PortfolioDeciderTest {

    record None() {}

    @FunctionalInterface
    private interface Body {
        void decide(Snapshot snapshot, Targets out);
    }

    private static Strategy<None> strategy(Requirements needs, Body body) {
        return new Strategy<>() {
            @Override
            public Class<None> parameterType() {
                return None.class;
            }

            @Override
            public Requirements requires(None parameters) {
                return needs;
            }

            @Override
            public void decide(Snapshot snapshot, None parameters, Targets out) {
                body.decide(snapshot, out);
            }
        };
    }

    private static SimulationResult run(Requirements needs, Body body) {
        return run(needs, body, null);
    }

    private static SimulationResult run(
            Requirements needs, Body body, @Nullable Function<Problem, Solution> optimizer) {
        Panel panel =
                Fixtures.panel(Market.US, Fixtures.weekdays(LocalDate.of(2020, 1, 1), 5), List.of("A"), new double[] {
                    10, 10, 20, 20, 20
                });
        List<Instrument> instruments = List.of(Instrument.unknownStock(Market.US, "A", "XNYS", "USD"));
        PluginPin pin = new PluginPin(PluginKind.STRATEGY, "test", "test", "1.0.0", "0".repeat(64));
        BoundSpec spec = new BoundSpec(
                new BoundPlugin<>(strategy(needs, body), new None(), Map.of(), pin),
                List.of(),
                List.of(),
                Constraints.NONE,
                null,
                optimizer == null ? null : bound(optimizer),
                null);
        PortfolioDecider decider = new PortfolioDecider(
                spec,
                Financing.NONE,
                panel,
                instruments,
                FactorBlend.given(List.of(), spec),
                new Eligibility(panel, instruments, Universe.of(Market.US), List.of()));
        Setup setup = new Setup(
                panel,
                List.of(),
                0,
                4,
                1000,
                Rebalance.DAILY,
                FillPrice.NEXT_CLOSE,
                ShareRule.FRACTIONAL,
                0,
                new int[] {1},
                new LocalDate[1]);
        return Simulator.run(setup, decider, Charges.NONE, Progress.NONE);
    }

    @Test
    void aStrategyThatHoldsTradesOnceAndKnowsItsEntry() {
        SimulationResult result = run(Requirements.of(2, Field.CLOSE), (snapshot, out) -> {
            if (snapshot.shares(0) == 0) {
                out.set(0, 0.5);
                return;
            }
            assertThat(snapshot.entryPrice(0)).isEqualTo(10);
            assertThat(snapshot.price(0)).isEqualTo(snapshot.ago(Field.CLOSE, 0, 0));
            out.hold();
        });
        assertThat(result.trades().size()).isEqualTo(1);
        assertThat(result.finalShares()).containsExactly(50);
    }

    @Test
    void aStrategyMayPlaceOrders() {
        SimulationResult result = run(Requirements.of(1, Field.CLOSE), (snapshot, out) -> {
            out.hold();
            if (snapshot.barsHeld(0) < 0) {
                out.order(0, Order.shares(10));
            } else if (snapshot.openOrders(0) == 0) {
                out.order(0, Order.toWeight(0));
            }
        });
        assertThat(result.trades().size()).isEqualTo(4);
        assertThat(result.decisions()).isEqualTo(4);
    }

    @Test
    void aDecisionIsEitherWeightsOrChanges() {
        assertThatThrownBy(() -> run(Requirements.of(1, Field.CLOSE), (snapshot, out) -> {
                    out.hold();
                    out.set(0, 0.1);
                }))
                .isInstanceOf(QuantException.class)
                .hasMessageContaining("not both on one day");
        assertThatThrownBy(() -> run(Requirements.of(1, Field.CLOSE), (snapshot, out) -> {
                    out.set(0, 0.1);
                    out.order(0, Order.shares(1));
                }))
                .hasMessageContaining("not both on one day");
    }

    @Test
    void shortPositionsMustBeAllowed() {
        assertThatThrownBy(() -> run(Requirements.of(1, Field.CLOSE), (snapshot, out) -> out.set(0, -0.1)))
                .hasMessageContaining("without short positions");
    }

    @Test
    void fieldsThatAreNotStoredAreRefused() {
        assertThatThrownBy(() -> run(Requirements.of(1, Field.of("net_income")), (snapshot, out) -> out.hold()))
                .hasMessageContaining("needs the field net_income");
    }

    private static BoundPlugin<Optimizer<?>> bound(Function<Problem, Solution> body) {
        Optimizer<None> optimizer = new Optimizer<>() {
            @Override
            public Class<None> parameterType() {
                return None.class;
            }

            @Override
            public int history(None parameters) {
                return 2;
            }

            @Override
            public Solution solve(Problem problem, None parameters) {
                return body.apply(problem);
            }
        };
        PluginPin pin = new PluginPin(PluginKind.OPTIMIZER, "halver", "test", "1.0.0", "0".repeat(64));
        return new BoundPlugin<>(optimizer, new None(), Map.of(), pin);
    }

    private static SimulationResult optimized(Function<Problem, Solution> optimizer) {
        return run(Requirements.of(1, Field.CLOSE), (snapshot, out) -> out.set(0, 0.8), optimizer);
    }

    @Test
    void anOptimizerSharesWhatTheStrategyWants() {
        List<double[]> seen = new ArrayList<>();
        SimulationResult result = optimized(problem -> {
            seen.add(problem.returns(0));
            return Solution.of(problem.budget() / 2);
        });
        assertThat(result.cash()[1]).isEqualTo(600);
        assertThat(seen.get(0)).containsExactly(Double.NaN, Double.NaN);
        assertThat(seen.get(1)).containsExactly(Double.NaN, 0);
        assertThat(seen.get(2)).containsExactly(0, 1);
    }

    @Test
    void anOptimizerWithoutASolutionNamesWhatConflicts() {
        assertThatThrownBy(() -> optimized(problem -> Solution.infeasible("sector cap", "full investment")))
                .hasMessageContaining("cannot be met together: sector cap, full investment");
        assertThatThrownBy(() -> optimized(problem -> Solution.of(1))).hasMessageContaining("more than the budget 0.8");
        assertThatThrownBy(() -> optimized(problem -> Solution.of(Double.NaN))).hasMessageContaining("halver");
    }
}
