package org.quantplatform.research.internal.factors;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.factors.FactorInfo;
import org.quantplatform.api.factors.FactorInfo.Needs;
import org.quantplatform.api.plugins.PluginInfo;
import org.quantplatform.core.plugins.BoundPlugin;
import org.quantplatform.core.plugins.PluginRegistry;
import org.quantplatform.core.plugins.PluginRegistry.RequestPath;
import org.quantplatform.model.Field;
import org.quantplatform.model.PluginKind;
import org.quantplatform.model.QuantException;
import org.quantplatform.research.internal.requests.SpecReader;
import org.quantplatform.spi.factor.Factor;
import org.quantplatform.spi.factor.Requirements;

/** The plug-ins of kind factor as users see them. */
final class FactorList {

    private final PluginRegistry registry;

    FactorList(PluginRegistry registry) {
        this.registry = registry;
    }

    Page<FactorInfo> page(PageRequest page) {
        List<PluginInfo> all = registry.active(PluginKind.FACTOR);
        return Page.cut(all, page).map(this::info);
    }

    /** Refuses {@code NOT_FOUND}. */
    FactorInfo get(String id) {
        return registry.find(PluginKind.FACTOR, id)
                .map(this::info)
                .orElseThrow(() -> QuantException.notFound("factor", id));
    }

    private FactorInfo info(PluginInfo plugin) {
        return new FactorInfo(
                plugin.id(),
                plugin.title(),
                plugin.tags(),
                plugin.bundle().version(),
                plugin.parameters(),
                needs(plugin.id()));
    }

    private @Nullable Needs needs(String id) {
        try {
            BoundPlugin<Factor<?>> bound =
                    SpecReader.bindFactor(registry, id, Map.of(), new RequestPath("factor", "parameters"));
            Requirements needs = requirements(bound.service(), bound.parameters());
            List<String> fields = needs.fields().stream().map(Field::name).toList();
            return new Needs(needs.history(), fields, needs.crossSection());
        } catch (QuantException e) {
            return null;
        }
    }

    private static <P extends Record> Requirements requirements(Factor<P> factor, Record parameters) {
        return factor.requires(factor.parameterType().cast(parameters));
    }
}
