package org.quantplatform.research.internal.searches;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quantplatform.api.plugins.PluginInfo;
import org.quantplatform.core.plugins.BoundPlugin;
import org.quantplatform.core.plugins.PluginRegistry;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.PluginKind;
import org.quantplatform.model.PluginPin;
import org.quantplatform.model.QuantException;
import org.quantplatform.spi.cost.CostModel;
import org.quantplatform.spi.factor.Factor;
import org.quantplatform.spi.market.MarketRules;
import org.quantplatform.spi.optimizer.Optimizer;
import org.quantplatform.spi.strategy.Strategy;

/** Binds the code that was pinned when a search was submitted, whatever is installed now. */
final class PinnedRegistry implements PluginRegistry {

    private static final Map<Class<?>, PluginKind> KINDS = Map.of(
            Strategy.class,
            PluginKind.STRATEGY,
            Factor.class,
            PluginKind.FACTOR,
            Optimizer.class,
            PluginKind.OPTIMIZER,
            CostModel.class,
            PluginKind.COST,
            MarketRules.class,
            PluginKind.RULES);

    private final PluginRegistry registry;
    private final List<PluginPin> pins;

    PinnedRegistry(PluginRegistry registry, List<PluginPin> pins) {
        this.registry = registry;
        this.pins = List.copyOf(pins);
    }

    @Override
    public <S> BoundPlugin<S> bind(Class<S> service, String id, Map<String, Object> parameters, RequestPath path) {
        PluginKind kind = KINDS.get(service);
        String wanted = id.replace('_', '-');
        return pins.stream()
                .filter(pin -> pin.kind() == kind && pin.id().replace('_', '-').equals(wanted))
                .findFirst()
                .map(pin -> registry.bind(service, pin, parameters))
                .orElseThrow(() ->
                        QuantException.of(ErrorCode.UNPROCESSABLE, "the search has pinned no " + kind + " " + id));
    }

    @Override
    public <S> BoundPlugin<S> bind(Class<S> service, PluginPin pin, Map<String, Object> parameters) {
        return registry.bind(service, pin, parameters);
    }

    @Override
    public Optional<PluginInfo> find(PluginKind kind, String id) {
        return registry.find(kind, id);
    }

    @Override
    public List<PluginInfo> active(PluginKind kind) {
        return registry.active(kind);
    }

    @Override
    public long count(PluginInfo.Status status) {
        return registry.count(status);
    }
}
