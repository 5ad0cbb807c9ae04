package org.quantplatform.catalog.internal;

import java.util.Optional;
import org.quantplatform.spi.auth.AuthMode;
import org.quantplatform.spi.cost.CostModel;
import org.quantplatform.spi.data.DataSource;
import org.quantplatform.spi.factor.Factor;
import org.quantplatform.spi.market.MarketRules;
import org.quantplatform.spi.optimizer.Optimizer;
import org.quantplatform.spi.strategy.Strategy;

/** Chooses the probe for a plug-in; to be called in isolation. */
final class Probes {

    private final FactorProbe.Budget budget;
    private final Isolation isolation;

    Probes(FactorProbe.Budget budget, Isolation isolation) {
        this.budget = budget;
        this.isolation = isolation;
    }

    /**
     * Works the parameters out and tries the plug-in with its defaults.
     *
     * @return the binder of its parameters; empty for kinds without
     * @throws Refusal with the first thing that is wrong
     */
    Optional<ParameterBinder> probe(Object plugin) {
        Optional<ParameterBinder> binder = Kinds.hasParameters(plugin)
                ? Optional.of(ParameterBinder.of(Kinds.parameterType(plugin)))
                : Optional.empty();
        if (plugin instanceof Factor<?> factor) {
            probe(factor, binder.orElseThrow());
        } else if (plugin instanceof Strategy<?> strategy) {
            probe(strategy, binder.orElseThrow());
        } else if (plugin instanceof CostModel<?> model) {
            probe(model, binder.orElseThrow());
        } else if (plugin instanceof Optimizer<?> optimizer) {
            probe(optimizer, binder.orElseThrow());
        } else if (plugin instanceof DataSource source) {
            ContractProbe.run(source);
        } else if (plugin instanceof MarketRules rules) {
            RulesProbe.run(rules);
        } else if (plugin instanceof AuthMode mode) {
            ContractProbe.run(mode);
        }
        return binder;
    }

    private <P extends Record> void probe(Factor<P> factor, ParameterBinder binder) {
        FactorProbe.run(factor, defaults(factor.parameterType(), binder), budget, isolation);
    }

    private static <P extends Record> void probe(Strategy<P> strategy, ParameterBinder binder) {
        StrategyProbe.run(strategy, defaults(strategy.parameterType(), binder));
    }

    private static <P extends Record> void probe(CostModel<P> model, ParameterBinder binder) {
        CostProbe.run(model, defaults(model.parameterType(), binder));
    }

    private static <P extends Record> void probe(Optimizer<P> optimizer, ParameterBinder binder) {
        OptimizerProbe.run(optimizer, defaults(optimizer.parameterType(), binder));
    }

    private static <P extends Record> P defaults(Class<P> type, ParameterBinder binder) {
        return type.cast(binder.defaults().parameters());
    }
}
