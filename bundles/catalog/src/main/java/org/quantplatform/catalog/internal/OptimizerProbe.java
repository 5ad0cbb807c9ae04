package org.quantplatform.catalog.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.quantplatform.spi.optimizer.Optimizer;
import org.quantplatform.spi.optimizer.Problem;
import org.quantplatform.spi.optimizer.Solution;

/** Tries an optimizer on made-up returns. */
final class OptimizerProbe {

    private static final double BUDGET = 0.98;
    private static final double ROUNDING = 1e-6;
    private static final int MOST_HISTORY = 10_000;

    private OptimizerProbe() {}

    /** @throws Refusal with the first thing that is wrong */
    static <P extends Record> void run(Optimizer<P> optimizer, P parameters) {
        int history = optimizer.history(parameters);
        Refusal.unless(history >= 0 && history <= MOST_HISTORY, "asks for " + history + " returns");
        for (int assets : new int[] {1, 2, 40}) {
            MadeUp problem = new MadeUp(returns(assets, history));
            Solution solution = solve(optimizer, problem, parameters);
            if (solution.feasible()) {
                check(solution.weights(), assets);
            }
            Solution again = solve(optimizer, problem, parameters);
            Refusal.unless(
                    Arrays.equals(solution.weights(), again.weights())
                            && solution.conflicts().equals(again.conflicts()),
                    "gives other weights the second time for " + assets + " assets");
        }
    }

    private static void check(double[] weights, int assets) {
        Refusal.unless(weights.length == assets, "gives " + weights.length + " weights for " + assets + " assets");
        double sum = 0;
        for (double weight : weights) {
            Refusal.unless(weight >= 0 && Double.isFinite(weight), "gives the weight " + weight);
            sum += weight;
        }
        Refusal.unless(sum <= BUDGET + ROUNDING, "gives weights that sum to " + sum + " of a budget of " + BUDGET);
    }

    private static <P extends Record> Solution solve(Optimizer<P> optimizer, Problem problem, P parameters) {
        try {
            Solution solution = optimizer.solve(problem, parameters);
            Refusal.unless(solution != null, "gives null for a solution");
            return solution;
        } catch (Refusal e) {
            throw e;
        } catch (Exception | LinkageError | AssertionError | StackOverflowError | OutOfMemoryError e) {
            throw Refusal.thrown("solve, for " + problem.assets() + " assets,", e);
        }
    }

    private static double[][] returns(int assets, int history) {
        Random random = new Random(assets);
        double[][] returns = new double[assets][history];
        for (int asset = 0; asset < assets; asset++) {
            for (int day = 0; day < history; day++) {
                boolean absent = asset % 7 == 3 && day % 5 == 0 || asset % 7 == 5;
                returns[asset][day] = absent ? Double.NaN : 0.01 * (1 + asset % 4) * random.nextGaussian();
            }
        }
        return returns;
    }

    private record MadeUp(double[][] all) implements Problem {

        @Override
        public int assets() {
            return all.length;
        }

        @Override
        public String ticker(int asset) {
            return String.format(Locale.ROOT, "P%05d", asset);
        }

        @Override
        public Optional<String> sector(int asset) {
            return asset % 4 == 3 ? Optional.empty() : Optional.of("Sector " + asset % 4);
        }

        @Override
        public double wanted(int asset) {
            return BUDGET / all.length;
        }

        @Override
        public double budget() {
            return BUDGET;
        }

        @Override
        public double[] returns(int asset) {
            return all[asset].clone();
        }
    }
}
