package org.quantplatform.research.internal.backtests;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.quantplatform.core.plugins.BoundPlugin;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.Field;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Panel;
import org.quantplatform.model.QuantException;
import org.quantplatform.spi.optimizer.Optimizer;
import org.quantplatform.spi.optimizer.Problem;
import org.quantplatform.spi.optimizer.Solution;

/** Lets an optimizer share the portfolio among the assets that a strategy chose. */
final class Allocation {

    private static final double ROUNDING = 1e-9;

    private final BoundPlugin<Optimizer<?>> optimizer;
    private final Panel signals;
    private final List<Instrument> instruments;

    Allocation(BoundPlugin<Optimizer<?>> optimizer, Panel signals, List<Instrument> instruments) {
        this.optimizer = optimizer;
        this.signals = signals;
        this.instruments = instruments;
    }

    /** @param targets what the strategy wants on entry, what the optimizer gives on return */
    void apply(int day, double[] targets) {
        int[] chosen = chosen(day, targets);
        if (chosen.length == 0) {
            return;
        }
        Chosen problem = new Chosen(chosen, targets.clone(), day, history(optimizer.service()));
        double[] weights = solve(day, problem).weights();
        double sum = 0;
        for (double weight : weights) {
            sum += weight >= 0 ? weight : Double.NaN;
        }
        if (weights.length != chosen.length || !(sum <= problem.budget() * (1 + ROUNDING))) {
            throw failed(day, "gave weights that are negative, or sum to more than the budget " + problem.budget());
        }
        for (int i = 0; i < chosen.length; i++) {
            targets[chosen[i]] = weights[i];
        }
    }

    private int[] chosen(int day, double[] targets) {
        int count = 0;
        int[] chosen = new int[targets.length];
        for (int asset = 0; asset < targets.length; asset++) {
            if (targets[asset] < 0) {
                throw failed(day, "takes no short positions, the strategy wants one in " + signals.ticker(asset));
            }
            if (targets[asset] > 0) {
                chosen[count++] = asset;
            }
        }
        return Arrays.copyOf(chosen, count);
    }

    private Solution solve(int day, Problem problem) {
        Solution solution;
        try {
            solution = solve(optimizer.service(), problem);
        } catch (RuntimeException e) {
            throw failed(day, "failed: " + e.getMessage());
        }
        if (!solution.feasible()) {
            throw QuantException.of(
                    ErrorCode.UNPROCESSABLE,
                    "optimizer " + optimizer.pin().id() + " found no weights on " + signals.date(day)
                            + ": these cannot be met together: " + String.join(", ", solution.conflicts()));
        }
        return solution;
    }

    private <P extends Record> Solution solve(Optimizer<P> typed, Problem problem) {
        return typed.solve(problem, typed.parameterType().cast(optimizer.parameters()));
    }

    private <P extends Record> int history(Optimizer<P> typed) {
        return typed.history(typed.parameterType().cast(optimizer.parameters()));
    }

    private QuantException failed(int day, String what) {
        return QuantException.of(
                ErrorCode.PLUGIN_FAILED, "optimizer " + optimizer.pin().id() + " on " + signals.date(day) + " " + what);
    }

    private final class Chosen implements Problem {

        private final int[] chosen;
        private final double[] wanted;
        private final int day;
        private final int history;

        Chosen(int[] chosen, double[] wanted, int day, int history) {
            this.chosen = chosen;
            this.wanted = wanted;
            this.day = day;
            this.history = history;
        }

        @Override
        public int assets() {
            return chosen.length;
        }

        @Override
        public String ticker(int asset) {
            return signals.ticker(chosen[asset]);
        }

        @Override
        public Optional<String> sector(int asset) {
            return Optional.ofNullable(instruments.get(chosen[asset]).sector());
        }

        @Override
        public double wanted(int asset) {
            return wanted[chosen[asset]];
        }

        @Override
        public double budget() {
            double sum = 0;
            for (int asset : chosen) {
                sum += wanted[asset];
            }
            return sum;
        }

        @Override
        public double[] returns(int asset) {
            double[] returns = new double[history];
            for (int i = 0; i < history; i++) {
                int at = day - history + 1 + i;
                returns[i] = at < 1 ? Double.NaN : close(asset, at) / close(asset, at - 1) - 1;
            }
            return returns;
        }

        private double close(int asset, int at) {
            double close = signals.value(Field.CLOSE, chosen[asset], at);
            return close > 0 ? close : Double.NaN;
        }
    }
}
