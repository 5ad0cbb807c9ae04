package org.quantplatform.research.internal.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.strategies.Constraints;
import org.quantplatform.api.strategies.FactorCombination;
import org.quantplatform.api.strategies.FactorWeight;
import org.quantplatform.api.strategies.OptimizerChoice;
import org.quantplatform.api.strategies.StrategySpec;
import org.quantplatform.core.plugins.BoundPlugin;
import org.quantplatform.model.Field;
import org.quantplatform.model.Rebalance;
import org.quantplatform.spi.factor.Factor;
import org.quantplatform.spi.factor.Requirements;
import org.quantplatform.spi.optimizer.Optimizer;
import org.quantplatform.spi.strategy.Strategy;

/**
 * A strategy with its plug-ins and every default.
 *
 * @param weights one per factor, as given
 * @param rebalance null for the plug-in's own schedule
 * @param optimizer null for the strategy's own weights
 * @param combination with every default; null for the weights as given
 */
public record BoundSpec(
        BoundPlugin<Strategy<?>> strategy,
        List<BoundPlugin<Factor<?>>> factors,
        List<Double> weights,
        Constraints constraints,
        @Nullable Rebalance rebalance,
        @Nullable BoundPlugin<Optimizer<?>> optimizer,
        @Nullable FactorCombination combination) {

    /** The same as a document, defaults filled in. */
    public StrategySpec document() {
        return new StrategySpec(
                strategy.pin().id(),
                strategy.values(),
                factorWeights(),
                null,
                constraints,
                rebalance,
                optimizerChoice(),
                combination);
    }

    public @Nullable OptimizerChoice optimizerChoice() {
        return optimizer == null ? null : new OptimizerChoice(optimizer.pin().id(), optimizer.values());
    }

    /** What the strategy and its factors read. */
    public Set<Field> fields() {
        Set<Field> fields = new TreeSet<>(strategyFields(strategy));
        factors.forEach(factor -> fields.addAll(fields(factor)));
        return fields;
    }

    /** What a factor reads under its parameters. */
    public static Set<Field> fields(BoundPlugin<Factor<?>> factor) {
        return fields(factor.service(), factor.parameters());
    }

    /** Whether a factor's score of one asset depends on others. */
    public static boolean comparesAssets(BoundPlugin<Factor<?>> factor) {
        return requirements(factor.service(), factor.parameters()).crossSection();
    }

    static Set<Field> strategyFields(BoundPlugin<Strategy<?>> strategy) {
        return fields(strategy.service(), strategy.parameters());
    }

    private static <P extends Record> Set<Field> fields(Strategy<P> strategy, Record parameters) {
        return strategy.requires(strategy.parameterType().cast(parameters)).fields();
    }

    private static <P extends Record> Set<Field> fields(Factor<P> factor, Record parameters) {
        return requirements(factor, parameters).fields();
    }

    private static <P extends Record> Requirements requirements(Factor<P> factor, Record parameters) {
        return factor.requires(factor.parameterType().cast(parameters));
    }

    public List<FactorWeight> factorWeights() {
        List<FactorWeight> documents = new ArrayList<>();
        for (int i = 0; i < factors.size(); i++) {
            documents.add(new FactorWeight(
                    factors.get(i).pin().id(), weights.get(i), factors.get(i).values()));
        }
        return List.copyOf(documents);
    }
}
