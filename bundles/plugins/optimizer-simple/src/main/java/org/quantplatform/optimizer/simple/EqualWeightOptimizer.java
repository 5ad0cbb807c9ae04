package org.quantplatform.optimizer.simple;

import java.util.Arrays;
import org.osgi.service.component.annotations.Component;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.optimizer.Optimizer;
import org.quantplatform.spi.optimizer.Problem;
import org.quantplatform.spi.optimizer.Solution;

/** The same weight for every chosen asset. */
@Plugin(id = "equal-weight", title = "Equal weights")
@Component
public final class EqualWeightOptimizer implements Optimizer<EqualWeightOptimizer.Params> {

    /** Nothing to choose. */
    public record Params() {}

    @Override
    public Class<Params> parameterType() {
        return Params.class;
    }

    @Override
    public int history(Params p) {
        return 0;
    }

    @Override
    public Solution solve(Problem problem, Params p) {
        double[] weights = new double[problem.assets()];
        Arrays.fill(weights, problem.budget() / weights.length);
        return Solution.of(weights);
    }
}
