package org.quantplatform.research.internal.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.strategies.Constraints;
import org.quantplatform.api.strategies.FactorCombination;
import org.quantplatform.api.strategies.FactorWeight;
import org.quantplatform.api.strategies.OptimizerChoice;
import org.quantplatform.api.strategies.StrategySpec;
import org.quantplatform.core.plugins.BoundPlugin;
import org.quantplatform.core.plugins.PluginRegistry;
import org.quantplatform.core.plugins.PluginRegistry.RequestPath;
import org.quantplatform.model.Market;
import org.quantplatform.model.Universe;
import org.quantplatform.spi.factor.Factor;
import org.quantplatform.spi.optimizer.Optimizer;
import org.quantplatform.spi.strategy.Strategy;

/** Reads a strategy as users write it and binds it to the plug-ins that are there. */
public final class SpecReader {

    /** Where a universe lies that names no market. */
    public static final Market DEFAULT_MARKET = Market.US;

    private static final String DEFAULT_PLUGIN = "factor-rank";
    private static final int MOST_FACTORS = 100;
    private static final int MOST_TICKERS = 20_000;

    private final PluginRegistry registry;

    public SpecReader(PluginRegistry registry) {
        this.registry = registry;
    }

    /**
     * @param prefix of field names, such as {@code strategy.}; empty at the top of a document
     * @return empty when something is wrong, which {@code problems} then holds
     */
    public Optional<BoundSpec> read(StrategySpec spec, String prefix, Problems problems) {
        String plugin = spec.plugin() == null ? DEFAULT_PLUGIN : spec.plugin();
        Optional<BoundPlugin<Strategy<?>>> strategy =
                problems.attempt(() -> strategy(plugin, orEmpty(spec.parameters()), prefix));
        List<FactorWeight> wanted = factors(spec, prefix, problems);
        List<BoundPlugin<Factor<?>>> factors = bindFactors(wanted, prefix, problems);
        checkConstraints(spec.constraints(), prefix, problems);
        Optional<BoundPlugin<Optimizer<?>>> optimizer = optimizer(spec.optimizer(), prefix, problems);
        FactorCombination combination = spec.combination() == null
                ? null
                : CombinationCheck.resolved(spec.combination(), prefix + "combination", problems);
        if (strategy.isPresent() && strategy.get().service().needsScores() && wanted.isEmpty() && problems.none()) {
            problems.add(prefix + "factors", "this strategy needs at least one factor");
        }
        if (!problems.none() || strategy.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new BoundSpec(
                strategy.get(),
                factors,
                wanted.stream().map(FactorWeight::weight).toList(),
                spec.constraints() == null ? Constraints.NONE : spec.constraints(),
                spec.rebalanceFrequency(),
                optimizer.orElse(null),
                combination));
    }

    /** Checks the bounds of a universe; which instruments it has is only known with the data. */
    public static void checkUniverse(Universe universe, String prefix, Problems problems) {
        problems.addIf(universe.tickers().size() > MOST_TICKERS, prefix + "tickers", "at most " + MOST_TICKERS);
        for (String ticker : universe.tickers()) {
            if (ticker.isBlank() || ticker.length() > 32) {
                problems.add(prefix + "tickers", "a ticker has 1 to 32 characters");
                break;
            }
        }
        String index = universe.index();
        problems.addIf(
                index != null && (index.isBlank() || index.length() > 32), prefix + "index", "has 1 to 32 characters");
        Integer age = universe.minAgeDays();
        problems.addIf(age != null && (age < 0 || age > 36_500), prefix + "min_age_days", "must be 0 to 36500");
        problems.range(prefix + "min_dollar_volume", universe.minDollarVolume(), 0, 1e15);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private BoundPlugin<Strategy<?>> strategy(String id, Map<String, Object> parameters, String prefix) {
        return (BoundPlugin) registry.bind(
                Strategy.class, id, parameters, new RequestPath(prefix + "plugin", prefix + "parameters"));
    }

    private BoundPlugin<Factor<?>> factor(FactorWeight wanted, String path) {
        return bindFactor(
                registry,
                wanted.factor(),
                wanted.parameters(),
                new RequestPath(path + ".factor", path + ".parameters"));
    }

    /** As {@link PluginRegistry#bind(Class, String, Map, RequestPath)}. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    public static BoundPlugin<Factor<?>> bindFactor(
            PluginRegistry registry, String id, Map<String, Object> parameters, RequestPath path) {
        return (BoundPlugin) registry.bind(Factor.class, id, parameters, path);
    }

    private Optional<BoundPlugin<Optimizer<?>>> optimizer(
            @Nullable OptimizerChoice choice, String prefix, Problems problems) {
        if (choice == null) {
            return Optional.empty();
        }
        if (choice.plugin() == null || choice.plugin().isBlank()) {
            problems.add(prefix + "optimizer.plugin", "must name an optimizer");
            return Optional.empty();
        }
        return problems.attempt(() -> bound(choice, prefix));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private BoundPlugin<Optimizer<?>> bound(OptimizerChoice choice, String prefix) {
        return (BoundPlugin) registry.bind(
                Optimizer.class,
                choice.plugin(),
                choice.parameters(),
                new RequestPath(prefix + "optimizer.plugin", prefix + "optimizer.parameters"));
    }

    private List<BoundPlugin<Factor<?>>> bindFactors(List<FactorWeight> wanted, String prefix, Problems problems) {
        List<BoundPlugin<Factor<?>>> bound = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            FactorWeight each = wanted.get(i);
            String path = prefix + "factors[" + i + "]";
            if (each.factor() == null || each.factor().isBlank()) {
                problems.add(path + ".factor", "must name a factor");
                continue;
            }
            if (each.weight() == 0 || Double.isNaN(each.weight()) || Math.abs(each.weight()) > 1e6) {
                problems.add(path + ".weight", "must be a number other than 0, at most 1000000 either way");
            }
            problems.attempt(() -> factor(each, path)).ifPresent(bound::add);
        }
        return bound;
    }

    private static List<FactorWeight> factors(StrategySpec spec, String prefix, Problems problems) {
        boolean both = spec.factors() != null && spec.factorWeights() != null;
        problems.addIf(both, prefix + "factor_weights", "give either factors or factor_weights, not both");
        List<FactorWeight> wanted = new ArrayList<>();
        if (spec.factors() != null) {
            wanted.addAll(spec.factors());
        } else if (spec.factorWeights() != null) {
            // Weights may be null in a document; sorted by name so that the same strategy is always the same.
            new TreeMap<>(spec.factorWeights())
                    .forEach((id, weight) ->
                            wanted.add(new FactorWeight(id, weight == null ? Double.NaN : weight, Map.of())));
        }
        problems.addIf(wanted.size() > MOST_FACTORS, prefix + "factors", "at most " + MOST_FACTORS);
        problems.addIf(wanted.contains(null), prefix + "factors", "must not hold null");
        return both || wanted.size() > MOST_FACTORS || wanted.contains(null) ? List.of() : wanted;
    }

    private static void checkConstraints(@Nullable Constraints constraints, String prefix, Problems problems) {
        if (constraints == null) {
            return;
        }
        checkShare(constraints.maxWeight(), prefix + "constraints.max_weight", problems);
        checkShare(constraints.maxSectorWeight(), prefix + "constraints.max_sector_weight", problems);
    }

    private static void checkShare(@Nullable Double share, String field, Problems problems) {
        problems.addIf(share != null && !(share > 0 && share <= 1), field, "must be above 0 and at most 1");
    }

    private static Map<String, Object> orEmpty(@Nullable Map<String, Object> map) {
        return map == null ? Map.of() : map;
    }
}
