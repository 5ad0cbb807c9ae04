package org.quantplatform.optimizer.simple;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.spi.Param;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.optimizer.Optimizer;
import org.quantplatform.spi.optimizer.Problem;
import org.quantplatform.spi.optimizer.Solution;

/**
 * Weights in proportion to {@code 1 / σ}, with the standard deviation σ (ddof 1) of the asset's returns. An asset with
 * fewer than two returns, or a σ of 0, gets nothing.
 */
@Plugin(id = "inverse-volatility", title = "Inverse volatility")
@Component
public final class InverseVolatilityOptimizer implements Optimizer<InverseVolatilityOptimizer.Params> {

    /** How far it looks back. */
    public record Params(
            @Param(value = "63", min = 2, max = 2520, help = "Returns behind each volatility") int window) {}

    @Override
    public Class<Params> parameterType() {
        return Params.class;
    }

    @Override
    public int history(Params p) {
        return p.window();
    }

    @Override
    public Solution solve(Problem problem, Params p) {
        double[] weights = new double[problem.assets()];
        double sum = 0;
        for (int asset = 0; asset < weights.length; asset++) {
            double sigma = deviation(problem.returns(asset));
            weights[asset] = sigma > 0 && Double.isFinite(1 / sigma) ? 1 / sigma : 0;
            sum += weights[asset];
        }
        if (!(sum > 0) || Double.isInfinite(sum)) {
            return Solution.infeasible("window of " + p.window() + " returns", "a volatility above 0");
        }
        for (int asset = 0; asset < weights.length; asset++) {
            weights[asset] = problem.budget() * (weights[asset] / sum);
        }
        return Solution.of(weights);
    }

    /** NaN for fewer than two returns. */
    private static double deviation(double[] returns) {
        double mean = 0;
        double squares = 0;
        int count = 0;
        for (double change : returns) {
            if (!Double.isNaN(change)) {
                count++;
                double step = change - mean;
                mean += step / count;
                squares += step * (change - mean);
            }
        }
        return count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1));
    }
}
