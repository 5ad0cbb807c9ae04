package org.quantplatform.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.quantplatform.model.Field;
import org.quantplatform.model.Market;
import org.quantplatform.model.Rebalance;
import org.quantplatform.model.Role;
import org.quantplatform.model.ScoreMatrix;
import org.quantplatform.spi.Param;
import org.quantplatform.spi.auth.AuthMode;
import org.quantplatform.spi.auth.AuthResult;
import org.quantplatform.spi.cost.CostModel;
import org.quantplatform.spi.cost.Costs;
import org.quantplatform.spi.cost.Fill;
import org.quantplatform.spi.data.Capabilities;
import org.quantplatform.spi.data.DataKind;
import org.quantplatform.spi.data.DataRequest;
import org.quantplatform.spi.data.DataSink;
import org.quantplatform.spi.data.DataSource;
import org.quantplatform.spi.factor.Factor;
import org.quantplatform.spi.factor.FactorInput;
import org.quantplatform.spi.factor.PreparedFactor;
import org.quantplatform.spi.factor.Requirements;
import org.quantplatform.spi.factor.Returns;
import org.quantplatform.spi.optimizer.Optimizer;
import org.quantplatform.spi.optimizer.Problem;
import org.quantplatform.spi.optimizer.Solution;
import org.quantplatform.spi.strategy.PositionColumn;
import org.quantplatform.spi.strategy.Snapshot;
import org.quantplatform.spi.strategy.Strategy;
import org.quantplatform.spi.strategy.Targets;

class ProbesTest {

    record Window(@Param(value = "20", min = 1, help = "Days") int window) {}

    private final Isolation isolation = new Isolation(new Isolation.Limits(1_500, 120_000, 256L << 20));
    private final Probes probes = new Probes(new FactorProbe.Budget(100, 4_096), isolation);

    /** A factor with an own body over declared closes and 21 days of history. */
    private abstract static class Closes implements Factor<Window> {

        @Override
        public Class<Window> parameterType() {
            return Window.class;
        }

        @Override
        public Requirements requires(Window p) {
            return Requirements.of(p.window() + 1, Field.CLOSE);
        }

        @Override
        public void compute(FactorInput input, Window p, ScoreMatrix out) {
            for (int asset = 0; asset < input.assets(); asset++) {
                double[] closes = input.history(asset, Field.CLOSE);
                for (int day = p.window(); day < closes.length; day++) {
                    out.set(asset, day, score(closes, day, p.window()));
                }
            }
        }

        double score(double[] closes, int day, int window) {
            return closes[day] / closes[day - window] - 1;
        }
    }

    private abstract static class Weighs implements Strategy<Window> {

        @Override
        public Class<Window> parameterType() {
            return Window.class;
        }
    }

    private AbstractThrowableAssert<?, ? extends Throwable> refusalOf(Object plugin) {
        return assertThatThrownBy(() -> isolation.call("probe-test", () -> probes.probe(plugin)))
                .isInstanceOf(Refusal.class);
    }

    private void assertAdmitted(Object plugin) {
        isolation.call("probe-test", () -> probes.probe(plugin));
    }

    @Test
    void admitsSoundFactor() {
        assertAdmitted(new Closes() {});
    }

    @Test
    void catchesLookAhead() {
        refusalOf(new Closes() {
                    @Override
                    double score(double[] closes, int day, int window) {
                        return closes[Math.min(day + 1, closes.length - 1)] / closes[day] - 1;
                    }
                })
                .hasMessageMatching(
                        "looks ahead: the score of P00 on day \\d+ changes when the days after day \\d+ .*");
    }

    @Test
    void catchesLookAheadByStatisticsOfTheWholeSeries() {
        refusalOf(new Closes() {
                    @Override
                    double score(double[] closes, int day, int window) {
                        double sum = 0;
                        for (double close : closes) {
                            sum += Double.isNaN(close) ? 0 : close;
                        }
                        return closes[day] - sum / closes.length;
                    }
                })
                .hasMessageStartingWith("looks ahead: ");
    }

    @Test
    void catchesOtherAnswerTheSecondTime() {
        AtomicInteger calls = new AtomicInteger();
        refusalOf(new Closes() {
                    @Override
                    double score(double[] closes, int day, int window) {
                        return closes[day] + calls.incrementAndGet();
                    }
                })
                .hasMessage("gives other scores for the same input the second time");
    }

    @Test
    void catchesUndeclaredField() {
        refusalOf(new Closes() {
                    @Override
                    public void compute(FactorInput input, Window p, ScoreMatrix out) {
                        try {
                            input.history(0, Field.VOLUME);
                        } catch (IllegalArgumentException e) {
                            super.compute(input, p, out);
                        }
                    }
                })
                .hasMessage("reads field volume, which its requirements do not declare");
    }

    @Test
    void catchesThrowing() {
        refusalOf(new Closes() {
                    @Override
                    double score(double[] closes, int day, int window) {
                        if (Double.isNaN(closes[day])) {
                            throw new IllegalStateException("no price");
                        }
                        return 1;
                    }
                })
                .hasMessageStartingWith(
                        "compute threw java.lang.IllegalStateException: no price at org.quantplatform.");
    }

    @Test
    void catchesWritingBeyondTheMatrix() {
        refusalOf(new Closes() {
                    @Override
                    public void compute(FactorInput input, Window p, ScoreMatrix out) {
                        out.set(input.assets(), 0, 1);
                    }
                })
                .hasMessageStartingWith("compute threw java.lang.ArrayIndexOutOfBoundsException");
    }

    @Test
    void catchesEndlessLoop() {
        refusalOf(new Closes() {
                    @Override
                    double score(double[] closes, int day, int window) {
                        while (closes.length > 0) {
                            closes[0] += 1;
                        }
                        return 0;
                    }
                })
                .hasMessage("was not done within 1500 ms of processor time; its thread does not end and was abandoned");
        assertThat(isolation.abandoned()).isEqualTo(1);
    }

    @Test
    void catchesAllocatingWithoutEnd() {
        List<double[]> kept = new ArrayList<>();
        refusalOf(new Closes() {
                    @Override
                    double score(double[] closes, int day, int window) {
                        while (!Thread.currentThread().isInterrupted()) {
                            kept.clear();
                            kept.add(new double[100_000]);
                        }
                        return 0;
                    }
                })
                .hasMessage("allocated more than 256 MB");
        assertThat(isolation.abandoned()).isZero();
    }

    @Test
    void catchesSlowness() {
        refusalOf(new Closes() {
                    @Override
                    double score(double[] closes, int day, int window) {
                        double sum = 0;
                        for (int i = 0; i < 150_000; i++) {
                            sum += Math.sqrt(i + closes[day]);
                        }
                        return sum;
                    }
                })
                .hasMessageMatching(
                        "(takes \\d+ microseconds per asset and day, allowed are 100|was not done within .*)");
    }

    @Test
    void catchesInfiniteScores() {
        refusalOf(new Closes() {
                    @Override
                    public Requirements requires(Window p) {
                        return Requirements.of(1, Field.VOLUME);
                    }

                    @Override
                    public void compute(FactorInput input, Window p, ScoreMatrix out) {
                        for (int asset = 0; asset < input.assets(); asset++) {
                            double[] volumes = input.history(asset, Field.VOLUME);
                            for (int day = 0; day < volumes.length; day++) {
                                out.set(asset, day, 1 / volumes[day]);
                            }
                        }
                    }
                })
                .hasMessageStartingWith("gives an infinite score");
    }

    @Test
    void catchesStateSharedByThreads() {
        refusalOf(new Closes() {
                    private double[] scratch = new double[0];

                    @Override
                    public void compute(FactorInput input, Window p, ScoreMatrix out) {
                        for (int asset = 0; asset < input.assets(); asset++) {
                            if (scratch.length != input.days()) {
                                scratch = new double[input.days()];
                            }
                            input.read(asset, Field.CLOSE, scratch);
                            out.setHistory(asset, scratch);
                        }
                    }
                })
                .hasMessage("gives other scores while another thread uses it");
    }

    @Test
    void admitsFactorThatLetsOneThreadInAtATime() {
        assertAdmitted(new Closes() {
            @Override
            public synchronized void compute(FactorInput input, Window p, ScoreMatrix out) {
                super.compute(input, p, out);
            }
        });
    }

    @Test
    void catchesUndeclaredCrossSection() {
        Factor<Window> mean = new Closes() {
            @Override
            public void compute(FactorInput input, Window p, ScoreMatrix out) {
                super.compute(input, p, out);
                for (int day = 0; day < input.days(); day++) {
                    for (int asset = 1; asset < input.assets(); asset++) {
                        out.set(asset, day, out.get(asset, day) - out.get(0, day));
                    }
                }
            }
        };
        refusalOf(mean).hasMessage("the score of an asset depends on others, which its requirements do not declare");
        assertAdmitted(new Closes() {
            @Override
            public Requirements requires(Window p) {
                return super.requires(p).acrossAssets();
            }

            @Override
            public void compute(FactorInput input, Window p, ScoreMatrix out) {
                mean.compute(input, p, out);
            }
        });
    }

    /** Distance of the close from the market's, or from the mean of the group that it is in. */
    private static PreparedFactor<Window, double[]> excess(boolean fromGroup) {
        return new PreparedFactor<>() {
            @Override
            public Class<Window> parameterType() {
                return Window.class;
            }

            @Override
            public Requirements requires(Window p) {
                return Requirements.of(2, Field.CLOSE).acrossAssets();
            }

            @Override
            public double[] prepare(FactorInput all, Window p) {
                return Returns.ofMarket(all);
            }

            @Override
            public void score(FactorInput group, double[] market, Window p, ScoreMatrix out) {
                double[] base = fromGroup ? Returns.ofMarket(group) : market;
                double[] returns = new double[group.days()];
                for (int asset = 0; asset < group.assets(); asset++) {
                    Returns.simple(group.history(asset, Field.CLOSE), returns);
                    for (int day = 0; day < returns.length; day++) {
                        out.set(asset, day, returns[day] - base[day]);
                    }
                }
            }
        };
    }

    @Test
    void catchesPreparedFactorThatLooksAtItsGroup() {
        assertAdmitted(excess(false));
        refusalOf(excess(true)).hasMessage("the score of an asset depends on the group that it is in");
    }

    @Test
    void admitsFactorOverAccounts() {
        assertAdmitted(new Closes() {
            @Override
            public Requirements requires(Window p) {
                return Requirements.of(1, Field.of("net_income"));
            }

            @Override
            public void compute(FactorInput input, Window p, ScoreMatrix out) {
                for (int asset = 0; asset < input.assets(); asset++) {
                    out.setHistory(asset, input.history(asset, Field.of("net_income")));
                }
            }
        });
    }

    @Test
    void admitsSoundStrategy() {
        assertAdmitted(new Weighs() {
            @Override
            public void decide(Snapshot snapshot, Window p, Targets out) {
                for (int asset = 0; asset < snapshot.assets(); asset++) {
                    out.set(asset, 1.0 / snapshot.assets());
                }
            }
        });
    }

    @Test
    void catchesStrategyThatBorrows() {
        refusalOf(new Weighs() {
                    @Override
                    public void decide(Snapshot snapshot, Window p, Targets out) {
                        for (int asset = 0; asset < snapshot.assets(); asset++) {
                            out.set(asset, 0.5);
                        }
                    }
                })
                .hasMessage("sets weights that sum to 150.0 on an ordinary day");
    }

    @Test
    void admitsLongAndShort() {
        assertAdmitted(new Weighs() {
            @Override
            public void decide(Snapshot snapshot, Window p, Targets out) {
                for (int asset = 0; asset < snapshot.assets(); asset++) {
                    double side = snapshot.eligible(asset) ? Math.signum(snapshot.score(asset)) : 0;
                    out.set(asset, side / 2 / snapshot.assets());
                }
            }

            @Override
            public Requirements requires(Window p) {
                return Requirements.of(p.window(), Field.CLOSE, Field.HIGH);
            }
        });
    }

    @Test
    void catchesWeightsThatAreNoNumbers() {
        refusalOf(new Weighs() {
                    @Override
                    public void decide(Snapshot snapshot, Window p, Targets out) {
                        for (int asset = 0; asset < snapshot.assets(); asset++) {
                            out.set(asset, snapshot.score(asset) / snapshot.equity());
                        }
                    }
                })
                .hasMessageContaining("threw java.lang.IllegalArgumentException: weight must be finite");
    }

    @Test
    void catchesStrategyThatReadsWhatItDidNotDeclare() {
        refusalOf(new Weighs() {
                    @Override
                    public void decide(Snapshot snapshot, Window p, Targets out) {
                        out.set(0, snapshot.ago(Field.CLOSE, 0, 1) > 0 ? 1 : 0);
                    }
                })
                .hasMessageContaining("declared 1 days");
    }

    /** Long after a rise. */
    private class Follows extends Weighs implements PositionColumn<Window> {

        private final int peek;

        Follows(int peek) {
            this.peek = peek;
        }

        @Override
        public void decide(Snapshot snapshot, Window p, Targets out) {
            out.hold();
        }

        @Override
        public void positions(FactorInput input, int asset, Window p, byte[] out) {
            double[] closes = input.history(asset, Field.CLOSE);
            for (int day = 1; day < out.length - peek; day++) {
                out[day] = closes[day + peek] > closes[day - 1] ? LONG : FLAT;
            }
        }
    }

    @Test
    void admitsPositionColumn() {
        assertAdmitted(new Follows(0));
    }

    @Test
    void catchesPositionColumnThatLooksAhead() {
        refusalOf(new Follows(1)).hasMessageStartingWith("looks ahead: positions of P00 change");
    }

    @Test
    void catchesStrategyThatNeedsScores() {
        refusalOf(new Weighs() {
                    @Override
                    public void decide(Snapshot snapshot, Window p, Targets out) {
                        int best = -1;
                        for (int asset = 0; asset < snapshot.assets(); asset++) {
                            best = snapshot.score(asset) > (best < 0 ? -1e9 : snapshot.score(best)) ? asset : best;
                        }
                        out.set(best, 1);
                    }
                })
                .hasMessageStartingWith("decide, on a day without any score, threw java.lang.ArrayIndex");
    }

    @Test
    void catchesStrategyWithoutSchedule() {
        refusalOf(new Weighs() {
                    @Override
                    public Rebalance schedule(Window p) {
                        return null;
                    }

                    @Override
                    public void decide(Snapshot snapshot, Window p, Targets out) {}
                })
                .hasMessage("its schedule is null");
    }

    @Test
    void triesOptimizers() {
        assertAdmitted(optimizer(problem -> {
            double[] weights = new double[problem.assets()];
            Arrays.fill(weights, problem.budget() / weights.length);
            return Solution.of(weights);
        }));
        assertAdmitted(optimizer(problem -> Solution.infeasible("everything")));
        refusalOf(optimizer(problem -> Solution.of(-0.1))).hasMessage("gives the weight -0.1");
        refusalOf(optimizer(problem -> Solution.of(new double[problem.assets() + 1])))
                .hasMessage("gives 2 weights for 1 assets");
    }

    private static Optimizer<Window> optimizer(Function<Problem, Solution> body) {
        return new Optimizer<>() {
            @Override
            public Class<Window> parameterType() {
                return Window.class;
            }

            @Override
            public int history(Window p) {
                return p.window();
            }

            @Override
            public Solution solve(Problem problem, Window p) {
                return body.apply(problem);
            }
        };
    }

    @Test
    void catchesUnsoundCosts() {
        refusalOf(costs(fill -> new Costs(fill.notional() * 0.001, -1))).hasMessageStartingWith("charges Costs[");
        refusalOf(costs(fill -> new Costs(Double.NaN, 0))).hasMessageStartingWith("charges Costs[");
        AtomicInteger calls = new AtomicInteger();
        refusalOf(costs(fill -> new Costs(calls.incrementAndGet(), 0)))
                .hasMessageStartingWith("charges differently the second time for Fill[");
        assertAdmitted(costs(fill -> new Costs(fill.notional() * 0.001, 0)));
    }

    @Test
    void checksSourcesByTheirCapabilities() {
        assertAdmitted(source(new Capabilities(Set.of(Market.US), Set.of(DataKind.DAILY_BARS), true, false)));
        refusalOf(source(new Capabilities(Set.of(Market.US), Set.of(), true, false)))
                .hasMessage("says that it delivers nothing");
    }

    @Test
    void checksAuthModesByEmptyCredentials() {
        AuthMode denies = credentials -> new AuthResult.Denied("nothing given");
        AuthMode throwing = credentials -> {
            throw new IllegalStateException("no token");
        };
        AuthMode nameless = credentials -> new AuthResult.Granted("", Set.of(Role.USER));
        assertAdmitted(denies);
        refusalOf(throwing).hasMessageStartingWith("it threw java.lang.IllegalStateException: no token");
        refusalOf(nameless).hasMessage("grants access without naming the user");
    }

    private static CostModel<Window> costs(Function<Fill, Costs> rule) {
        return new CostModel<>() {
            @Override
            public Class<Window> parameterType() {
                return Window.class;
            }

            @Override
            public Set<Market> markets() {
                return Set.of(Market.KR);
            }

            @Override
            public Costs cost(Fill fill, Window parameters) {
                assertThat(fill.date()).isAfter(LocalDate.of(2009, 1, 1));
                return rule.apply(fill);
            }
        };
    }

    private static DataSource source(Capabilities capabilities) {
        return new DataSource() {
            @Override
            public Capabilities capabilities() {
                return capabilities;
            }

            @Override
            public void fetch(DataRequest request, DataSink sink) {
                throw new IllegalStateException("not while being admitted");
            }
        };
    }
}
