package org.quantplatform.api.strategies;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.Rebalance;
import org.quantplatform.model.Universe;

/**
 * What a user writes to store a strategy.
 *
 * @param name unique per owner; its id is the name in lower case with every run of other characters than letters and
 *     digits made one {@code _}
 * @param plugin id of the strategy plug-in, {@code factor-rank} when left out
 * @param factorWeights short form of {@code factors}; only one of both is given
 * @param optimizer who shares the portfolio among the chosen assets, null for the strategy's own weights
 * @param combination how factors are added up, null for the weights given with them
 */
public record StrategyDefinition(
        @Nullable String name,
        @Nullable String description,
        @Nullable String plugin,
        @Nullable Map<String, Object> parameters,
        @Nullable List<FactorWeight> factors,
        @Nullable Map<String, Double> factorWeights,
        @Nullable Universe universe,
        @Nullable Constraints constraints,
        @Nullable Rebalance rebalanceFrequency,
        @Nullable OptimizerChoice optimizer,
        @Nullable FactorCombination combination) {

    /** With the strategy's own weights. */
    public StrategyDefinition(
            @Nullable String name,
            @Nullable String description,
            @Nullable String plugin,
            @Nullable Map<String, Object> parameters,
            @Nullable List<FactorWeight> factors,
            @Nullable Map<String, Double> factorWeights,
            @Nullable Universe universe,
            @Nullable Constraints constraints,
            @Nullable Rebalance rebalanceFrequency) {
        this(
                name,
                description,
                plugin,
                parameters,
                factors,
                factorWeights,
                universe,
                constraints,
                rebalanceFrequency,
                null,
                null);
    }

    public StrategySpec spec() {
        return new StrategySpec(
                plugin, parameters, factors, factorWeights, constraints, rebalanceFrequency, optimizer, combination);
    }
}
