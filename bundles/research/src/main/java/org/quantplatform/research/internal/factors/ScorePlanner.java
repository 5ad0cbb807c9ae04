package org.quantplatform.research.internal.factors;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.api.factors.ScoreRequest;
import org.quantplatform.api.plugins.PluginInfo;
import org.quantplatform.core.data.MarketPanel;
import org.quantplatform.core.data.PanelSource;
import org.quantplatform.core.factors.ExpressionStore;
import org.quantplatform.core.factors.ExpressionStore.StoredText;
import org.quantplatform.core.factors.FactorScoreStore.NewScores;
import org.quantplatform.core.plugins.BoundPlugin;
import org.quantplatform.core.plugins.PluginRegistry;
import org.quantplatform.core.plugins.PluginRegistry.RequestPath;
import org.quantplatform.model.Adjust;
import org.quantplatform.model.Market;
import org.quantplatform.model.PluginKind;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.Universe;
import org.quantplatform.research.internal.requests.BoundSpec;
import org.quantplatform.research.internal.requests.DataCheck;
import org.quantplatform.research.internal.requests.ItemCheck;
import org.quantplatform.research.internal.requests.OwnFactors;
import org.quantplatform.research.internal.requests.Period;
import org.quantplatform.research.internal.requests.Problems;
import org.quantplatform.research.internal.requests.SpecReader;
import org.quantplatform.spi.factor.Factor;

/** Checks a request for scores, fills in defaults and pins code and data. */
@Component(service = ScorePlanner.class)
public final class ScorePlanner {

    private final PluginRegistry registry;
    private final ExpressionStore expressions;
    private final PanelSource panels;
    private final DataCheck data;

    @Activate
    public ScorePlanner(
            @Reference PluginRegistry registry, @Reference ExpressionStore expressions, @Reference PanelSource panels) {
        this.registry = registry;
        this.expressions = expressions;
        this.panels = panels;
        this.data = new DataCheck(panels);
    }

    /** How the owner's scores of a factor are called: by its id, or that of a stored expression; empty for neither. */
    Optional<String> name(String factor, long owner) {
        return registry.find(PluginKind.FACTOR, factor)
                .map(PluginInfo::id)
                .or(() -> expressions.get(owner, OwnFactors.idOf(factor)).map(StoredText::id));
    }

    /** Refuses {@code NOT_FOUND}, {@code INVALID_REQUEST} with every wrong field, or {@code NO_DATA}. */
    NewScores plan(String factor, ScoreRequest request, long owner) {
        String name = name(factor, owner).orElseThrow(() -> QuantException.notFound("factor", factor));
        return plan(name, name, request, new OwnFactors(registry, expressions, owner));
    }

    /** The same scores with today's code and data. */
    NewScores again(NewScores before) {
        return plan(before.name(), before.factor().id(), before.request(), registry);
    }

    private NewScores plan(String name, String factor, ScoreRequest request, PluginRegistry known) {
        Problems problems = new Problems();
        Map<String, Object> parameters = request.parameters() == null ? Map.of() : request.parameters();
        Optional<BoundPlugin<Factor<?>>> bound = problems.attempt(
                () -> SpecReader.bindFactor(known, factor, parameters, new RequestPath("factor", "parameters")));
        Universe universe = universe(request.universe());
        SpecReader.checkUniverse(universe, "universe.", problems);
        Period.checkGiven(request.startDate(), request.endDate(), problems);
        problems.throwIfAny();
        BoundPlugin<Factor<?>> plugin = bound.orElseThrow();
        ScoreRequest resolved = new ScoreRequest(
                plugin.values(),
                universe,
                request.startDate(),
                request.endDate(),
                request.adjust() == null ? Adjust.ALL : request.adjust(),
                Boolean.TRUE.equals(request.keep()));
        long snapshot = panels.currentSnapshot();
        checkData(resolved, plugin, snapshot);
        return new NewScores(name, resolved, plugin.pin(), snapshot);
    }

    static Universe universe(@Nullable Universe given) {
        Market fallback = SpecReader.DEFAULT_MARKET;
        return given == null ? Universe.of(fallback) : given.orIn(fallback);
    }

    private void checkData(ScoreRequest request, BoundPlugin<Factor<?>> factor, long snapshot) {
        MarketPanel panel = data.universe(request.universe(), snapshot, request.endDate(), BoundSpec.fields(factor));
        ItemCheck.require(List.of(factor), panel.prices(), "factors");
        if (request.startDate() != null) {
            DataCheck.firstDay(panel.prices(), request.startDate(), request.endDate());
        }
    }
}
