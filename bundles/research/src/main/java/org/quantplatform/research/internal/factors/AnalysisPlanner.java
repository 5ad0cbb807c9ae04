package org.quantplatform.research.internal.factors;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.api.factors.AnalysisRequest;
import org.quantplatform.api.factors.FactorChoice;
import org.quantplatform.api.strategies.FactorCombination;
import org.quantplatform.core.data.MarketPanel;
import org.quantplatform.core.data.PanelSource;
import org.quantplatform.core.factors.ExpressionStore;
import org.quantplatform.core.factors.FactorAnalysisStore.NewAnalysis;
import org.quantplatform.core.plugins.BoundPlugin;
import org.quantplatform.core.plugins.PluginRegistry;
import org.quantplatform.core.plugins.PluginRegistry.RequestPath;
import org.quantplatform.model.Adjust;
import org.quantplatform.model.Field;
import org.quantplatform.model.Universe;
import org.quantplatform.research.internal.requests.BoundSpec;
import org.quantplatform.research.internal.requests.CombinationCheck;
import org.quantplatform.research.internal.requests.DataCheck;
import org.quantplatform.research.internal.requests.ItemCheck;
import org.quantplatform.research.internal.requests.OwnFactors;
import org.quantplatform.research.internal.requests.Period;
import org.quantplatform.research.internal.requests.Problems;
import org.quantplatform.research.internal.requests.SpecReader;
import org.quantplatform.spi.factor.Factor;

/** Checks a request for an analysis, fills in defaults and pins code and data. */
@Component(service = AnalysisPlanner.class)
public final class AnalysisPlanner {

    private static final String COMBINATION = AnalysisCalculation.COMBINATION;
    private static final int HOLIDAYS = 14;
    private static final int MOST_FACTORS = 20;
    private static final int MOST_QUANTILES = 20;
    private static final int LONGEST_HORIZON = 252;
    private static final int MOST_HORIZONS = 10;
    private static final List<Integer> HORIZONS = List.of(1, 5, 21);
    private static final List<Integer> DECAY = List.of(1, 2, 3, 5, 10, 21, 42, 63);

    private final PluginRegistry plugins;
    private final ExpressionStore expressions;
    private final PanelSource panels;
    private final DataCheck data;

    @Activate
    public AnalysisPlanner(
            @Reference PluginRegistry plugins, @Reference ExpressionStore expressions, @Reference PanelSource panels) {
        this.plugins = plugins;
        this.expressions = expressions;
        this.panels = panels;
        this.data = new DataCheck(panels);
    }

    /** Refuses {@code INVALID_REQUEST} with every wrong field, or {@code NO_DATA}. */
    NewAnalysis plan(AnalysisRequest request, long owner) {
        Problems problems = new Problems();
        PluginRegistry registry = new OwnFactors(plugins, expressions, owner);
        List<BoundPlugin<Factor<?>>> factors = factors(registry, request.factors(), problems);
        Universe universe = ScorePlanner.universe(request.universe());
        SpecReader.checkUniverse(universe, "universe.", problems);
        Period.check(request.startDate(), request.endDate(), problems);
        List<Integer> horizons = horizons(request.horizons(), HORIZONS, "horizons", problems);
        List<Integer> decay = horizons(request.decayHorizons(), DECAY, "decay_horizons", problems);
        int quantiles = request.quantiles() == null ? 5 : request.quantiles();
        problems.addIf(
                quantiles < 2 || quantiles > MOST_QUANTILES,
                "quantiles",
                "must be 2 to " + MOST_QUANTILES + ", was " + quantiles);
        Double outliers = request.outlierZscore();
        problems.addIf(outliers != null && !(outliers > 0), "outlier_zscore", "must be above 0, was " + outliers);
        FactorCombination combination = combination(request, problems);
        problems.throwIfAny();
        AnalysisRequest resolved = new AnalysisRequest(
                choices(factors, request.factors()),
                universe,
                request.startDate(),
                request.endDate(),
                horizons,
                quantiles,
                outliers,
                request.adjust() == null ? Adjust.ALL : request.adjust(),
                combination,
                decay);
        long snapshot = panels.currentSnapshot();
        checkData(resolved, factors, snapshot);
        return new NewAnalysis(resolved, factors.stream().map(BoundPlugin::pin).toList(), snapshot);
    }

    private static List<BoundPlugin<Factor<?>>> factors(
            PluginRegistry registry, @Nullable List<FactorChoice> given, Problems problems) {
        List<BoundPlugin<Factor<?>>> bound = new ArrayList<>();
        if (given == null || given.isEmpty() || given.size() > MOST_FACTORS) {
            problems.add("factors", "must be 1 to " + MOST_FACTORS + " factors");
            return bound;
        }
        for (int i = 0; i < given.size(); i++) {
            FactorChoice choice = given.get(i);
            String path = "factors[" + i + "]";
            if (choice == null || choice.factor() == null || choice.factor().isBlank()) {
                problems.add(path + ".factor", "must name a factor");
                continue;
            }
            Double weight = choice.weight();
            problems.addIf(
                    weight != null && (weight == 0 || !(Math.abs(weight) <= 1e6)),
                    path + ".weight",
                    "must be a number other than 0, at most 1000000 either way");
            String name = choice.name();
            problems.addIf(
                    name != null && (name.isBlank() || name.length() > 64 || name.equals(COMBINATION)),
                    path + ".name",
                    "must have 1 to 64 characters and not be " + COMBINATION);
            RequestPath place = new RequestPath(path + ".factor", path + ".parameters");
            problems.attempt(() -> SpecReader.bindFactor(registry, choice.factor(), choice.parameters(), place))
                    .ifPresent(bound::add);
        }
        return bound;
    }

    private static List<Integer> horizons(
            @Nullable List<Integer> given, List<Integer> fallback, String field, Problems problems) {
        if (given == null) {
            return fallback;
        }
        boolean good = !given.isEmpty()
                && given.size() <= MOST_HORIZONS
                && given.stream().allMatch(h -> h != null && h >= 1 && h <= LONGEST_HORIZON);
        if (!good) {
            problems.add(field, "must be 1 to " + MOST_HORIZONS + " whole numbers from 1 to " + LONGEST_HORIZON);
            return fallback;
        }
        return List.copyOf(new TreeSet<>(given));
    }

    private static @Nullable FactorCombination combination(AnalysisRequest request, Problems problems) {
        return request.combination() == null
                ? null
                : CombinationCheck.resolved(request.combination(), "combination", problems);
    }

    private static List<FactorChoice> choices(List<BoundPlugin<Factor<?>>> factors, List<FactorChoice> given) {
        List<FactorChoice> choices = new ArrayList<>();
        for (int i = 0; i < factors.size(); i++) {
            FactorChoice choice = given.get(i);
            choices.add(new FactorChoice(
                    factors.get(i).pin().id(),
                    factors.get(i).values(),
                    choice.weight() == null ? 1.0 : choice.weight(),
                    choice.name() == null ? choice.factor() : choice.name()));
        }
        return choices;
    }

    private void checkData(AnalysisRequest request, List<BoundPlugin<Factor<?>>> factors, long snapshot) {
        MarketPanel panel = data.universe(request.universe(), snapshot, lastBar(request), fields(factors));
        ItemCheck.require(factors, panel.prices(), "factors");
        DataCheck.firstDay(panel.prices(), request.startDate(), request.endDate());
    }

    /** By then the furthest forward return of the last date has ended, whatever the holidays. */
    static LocalDate lastBar(AnalysisRequest request) {
        int furthest = Stream.of(request.horizons(), request.decayHorizons())
                .flatMap(List::stream)
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        return request.endDate().plusDays(2L * furthest + HOLIDAYS);
    }

    static Set<Field> fields(List<BoundPlugin<Factor<?>>> factors) {
        Set<Field> fields = new TreeSet<>();
        factors.forEach(factor -> fields.addAll(BoundSpec.fields(factor)));
        return fields;
    }
}
