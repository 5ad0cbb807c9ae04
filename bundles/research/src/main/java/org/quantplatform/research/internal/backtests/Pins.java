package org.quantplatform.research.internal.backtests;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.quantplatform.api.backtests.BacktestRequest;
import org.quantplatform.api.backtests.Manifest;
import org.quantplatform.api.strategies.Constraints;
import org.quantplatform.api.strategies.FactorWeight;
import org.quantplatform.core.plugins.BoundPlugin;
import org.quantplatform.core.plugins.PluginRegistry;
import org.quantplatform.engine.sim.Simulator;
import org.quantplatform.model.PluginKind;
import org.quantplatform.model.PluginPin;
import org.quantplatform.research.internal.backtests.RequestResolver.Resolved;
import org.quantplatform.research.internal.requests.BoundSpec;
import org.quantplatform.spi.cost.CostModel;
import org.quantplatform.spi.factor.Factor;
import org.quantplatform.spi.market.MarketRules;
import org.quantplatform.spi.optimizer.Optimizer;
import org.quantplatform.spi.strategy.Strategy;

/** Writes down which plug-ins a run uses, and finds exactly these again. */
final class Pins {

    private Pins() {}

    static Manifest manifest(Resolved resolved, long snapshot) {
        BoundSpec spec = resolved.spec();
        List<BoundPlugin<?>> all = new ArrayList<>();
        all.add(spec.strategy());
        all.addAll(spec.factors());
        if (spec.optimizer() != null) {
            all.add(spec.optimizer());
        }
        all.addAll(resolved.costs());
        if (resolved.rules() != null) {
            all.add(resolved.rules());
        }
        Map<String, Map<String, Object>> parameters = new TreeMap<>();
        int factor = 0;
        for (BoundPlugin<?> plugin : all) {
            boolean isFactor = plugin.pin().kind() == PluginKind.FACTOR;
            parameters.put(key(plugin.pin(), isFactor ? ++factor : 0), plugin.values());
        }
        return new Manifest(
                engine(),
                all.stream().map(BoundPlugin::pin).toList(),
                Long.toString(snapshot),
                null,
                resolved.request(),
                parameters,
                0,
                null,
                null,
                null);
    }

    static Plan resolve(Manifest manifest, PluginRegistry registry) {
        BacktestRequest request = manifest.request();
        BoundPlugin<Strategy<?>> strategy = null;
        BoundPlugin<Optimizer<?>> optimizer = null;
        MarketRules rules = null;
        List<BoundPlugin<Factor<?>>> factors = new ArrayList<>();
        List<BoundPlugin<CostModel<?>>> costs = new ArrayList<>();
        for (PluginPin pin : manifest.plugins()) {
            boolean isFactor = pin.kind() == PluginKind.FACTOR;
            Map<String, Object> values =
                    manifest.parameters().getOrDefault(key(pin, isFactor ? factors.size() + 1 : 0), Map.of());
            switch (pin.kind()) {
                case STRATEGY -> strategy = Pins.<Strategy<?>>bind(registry, Strategy.class, pin, values);
                case FACTOR -> factors.add(Pins.<Factor<?>>bind(registry, Factor.class, pin, values));
                case COST -> costs.add(Pins.<CostModel<?>>bind(registry, CostModel.class, pin, values));
                case OPTIMIZER -> optimizer = Pins.<Optimizer<?>>bind(registry, Optimizer.class, pin, values);
                case RULES ->
                    rules = registry.bind(MarketRules.class, pin, values).service();
                default -> throw new IllegalStateException("a backtest has no plug-in of kind " + pin.kind());
            }
        }
        if (strategy == null) {
            throw new IllegalStateException("the manifest names no strategy");
        }
        Constraints constraints = request.strategy().constraints();
        BoundSpec spec = new BoundSpec(
                strategy,
                factors,
                request.strategy().factors().stream().map(FactorWeight::weight).toList(),
                constraints == null ? Constraints.NONE : constraints,
                request.strategy().rebalanceFrequency(),
                optimizer,
                request.strategy().combination());
        if (rules == null && RulesChoice.needed(request.execution(), request.costs())) {
            // manifests of earlier versions name none: those of now count
            rules = RulesChoice.bind(request.universe().market(), registry).service();
        }
        return new Plan(request, spec, costs, rules, manifest);
    }

    /** A raw class stands for the wildcard type that it is the erasure of. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <S> BoundPlugin<S> bind(
            PluginRegistry registry, Class<?> service, PluginPin pin, Map<String, Object> values) {
        return (BoundPlugin) registry.bind(service, pin, values);
    }

    private static String key(PluginPin pin, int number) {
        return pin.kind().code() + "/" + pin.id() + (number == 0 ? "" : "#" + number);
    }

    private static String engine() {
        Bundle bundle = FrameworkUtil.getBundle(Simulator.class);
        return "quant-engine/" + (bundle == null ? "unversioned" : bundle.getVersion());
    }
}
