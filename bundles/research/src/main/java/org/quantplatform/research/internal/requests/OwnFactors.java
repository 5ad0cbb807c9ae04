package org.quantplatform.research.internal.requests;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.quantplatform.api.plugins.PluginInfo;
import org.quantplatform.core.factors.ExpressionStore;
import org.quantplatform.core.factors.ExpressionStore.StoredText;
import org.quantplatform.core.plugins.BoundPlugin;
import org.quantplatform.core.plugins.PluginRegistry;
import org.quantplatform.model.PluginKind;
import org.quantplatform.model.PluginPin;
import org.quantplatform.model.QuantException;
import org.quantplatform.spi.factor.Factor;

/**
 * The plug-ins as one user sees them: a factor may also be called by the name of a formula that the user stored. What is
 * bound then is the plug-in for formulas with the text as its parameter, so that nothing depends on the name later.
 */
public final class OwnFactors implements PluginRegistry {

    private static final String PLUGIN = "expression";

    private final PluginRegistry plugins;
    private final ExpressionStore expressions;
    private final long owner;

    public OwnFactors(PluginRegistry plugins, ExpressionStore expressions, long owner) {
        this.plugins = plugins;
        this.expressions = expressions;
        this.owner = owner;
    }

    /** The id under which a name is stored. */
    public static String idOf(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace('-', '_');
    }

    @Override
    public <S> BoundPlugin<S> bind(Class<S> service, String id, Map<String, Object> parameters, RequestPath path) {
        Optional<StoredText> own = service.equals(Factor.class) ? expressions.get(owner, idOf(id)) : Optional.empty();
        if (own.isEmpty()) {
            return plugins.bind(service, id, parameters, path);
        }
        if (!parameters.isEmpty()) {
            throw QuantException.invalid(path.parameters(), "the expression '" + id + "' takes no parameters");
        }
        return plugins.bind(service, PLUGIN, Map.of(PLUGIN, own.get().expression()), path);
    }

    @Override
    public <S> BoundPlugin<S> bind(Class<S> service, PluginPin pin, Map<String, Object> parameters) {
        return plugins.bind(service, pin, parameters);
    }

    @Override
    public Optional<PluginInfo> find(PluginKind kind, String id) {
        return plugins.find(kind, id);
    }

    @Override
    public List<PluginInfo> active(PluginKind kind) {
        return plugins.active(kind);
    }

    @Override
    public long count(PluginInfo.Status status) {
        return plugins.count(status);
    }
}
