package org.quantplatform.api.strategies;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.Rebalance;

/**
 * How to decide, as given with a backtest request or taken from a stored definition.
 *
 * @param plugin id of the strategy plug-in
 * @param factorWeights short form of {@code factors}: weight by factor id, default parameters; only one of both is given
 * @param rebalanceFrequency null for the plug-in's own schedule
 * @param optimizer who shares the portfolio among the chosen assets, null for the strategy's own weights
 * @param combination how factors are added up, null for the weights given with them
 */
public record StrategySpec(
        @Nullable String plugin,
        @Nullable Map<String, Object> parameters,
        @Nullable List<FactorWeight> factors,
        @Nullable Map<String, Double> factorWeights,
        @Nullable Constraints constraints,
        @Nullable Rebalance rebalanceFrequency,
        @Nullable OptimizerChoice optimizer,
        @Nullable FactorCombination combination) {

    /** With the weights given with the factors. */
    public StrategySpec(
            @Nullable String plugin,
            @Nullable Map<String, Object> parameters,
            @Nullable List<FactorWeight> factors,
            @Nullable Map<String, Double> factorWeights,
            @Nullable Constraints constraints,
            @Nullable Rebalance rebalanceFrequency,
            @Nullable OptimizerChoice optimizer) {
        this(plugin, parameters, factors, factorWeights, constraints, rebalanceFrequency, optimizer, null);
    }

    /** With the strategy's own weights, and those given with the factors. */
    public StrategySpec(
            @Nullable String plugin,
            @Nullable Map<String, Object> parameters,
            @Nullable List<FactorWeight> factors,
            @Nullable Map<String, Double> factorWeights,
            @Nullable Constraints constraints,
            @Nullable Rebalance rebalanceFrequency) {
        this(plugin, parameters, factors, factorWeights, constraints, rebalanceFrequency, null, null);
    }
}
