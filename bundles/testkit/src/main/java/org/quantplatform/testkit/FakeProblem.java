package org.quantplatform.testkit;

import java.util.Locale;
import java.util.Optional;
import org.quantplatform.spi.optimizer.Problem;

/** A problem with the given returns, in which the strategy wants equal parts of the budget. */
public final class FakeProblem implements Problem {

    private final double budget;
    private final double[][] returns;

    /** @param returns of each asset, the oldest first */
    public FakeProblem(double budget, double[]... returns) {
        this.budget = budget;
        this.returns = returns.clone();
    }

    @Override
    public int assets() {
        return returns.length;
    }

    @Override
    public String ticker(int asset) {
        return String.format(Locale.ROOT, "S%05d", asset);
    }

    @Override
    public Optional<String> sector(int asset) {
        return Optional.empty();
    }

    @Override
    public double wanted(int asset) {
        return budget / returns.length;
    }

    @Override
    public double budget() {
        return budget;
    }

    @Override
    public double[] returns(int asset) {
        return returns[asset].clone();
    }
}
