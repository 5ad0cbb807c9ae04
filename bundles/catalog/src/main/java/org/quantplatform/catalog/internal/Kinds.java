package org.quantplatform.catalog.internal;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.PluginKind;
import org.quantplatform.spi.auth.AuthMode;
import org.quantplatform.spi.cost.CostModel;
import org.quantplatform.spi.data.DataSource;
import org.quantplatform.spi.factor.Factor;
import org.quantplatform.spi.market.MarketRules;
import org.quantplatform.spi.optimizer.Optimizer;
import org.quantplatform.spi.strategy.Strategy;

/** Which service interface stands for which kind of plug-in. */
final class Kinds {

    private static final Map<PluginKind, Class<?>> SERVICES = new EnumMap<>(Map.of(
            PluginKind.FACTOR, Factor.class,
            PluginKind.STRATEGY, Strategy.class,
            PluginKind.SOURCE, DataSource.class,
            PluginKind.COST, CostModel.class,
            PluginKind.OPTIMIZER, Optimizer.class,
            PluginKind.RULES, MarketRules.class,
            PluginKind.AUTH, AuthMode.class));

    private Kinds() {}

    static Map<PluginKind, Class<?>> services() {
        return SERVICES;
    }

    static Class<?> service(PluginKind kind) {
        Class<?> service = SERVICES.get(kind);
        if (service == null) {
            throw new IllegalArgumentException("no service stands for " + kind);
        }
        return service;
    }

    static PluginKind kind(Class<?> service) {
        return SERVICES.entrySet().stream()
                .filter(entry -> entry.getValue() == service)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(service + " is no plug-in interface"));
    }

    static boolean hasParameters(Object plugin) {
        return plugin instanceof Factor<?>
                || plugin instanceof Strategy<?>
                || plugin instanceof CostModel<?>
                || plugin instanceof Optimizer<?>;
    }

    /** What the plug-in says its parameter record is; null when it says nothing. */
    static @Nullable Class<? extends Record> parameterType(Object plugin) {
        if (plugin instanceof Factor<?> factor) {
            return factor.parameterType();
        }
        if (plugin instanceof Strategy<?> strategy) {
            return strategy.parameterType();
        }
        if (plugin instanceof Optimizer<?> optimizer) {
            return optimizer.parameterType();
        }
        return ((CostModel<?>) plugin).parameterType();
    }
}
