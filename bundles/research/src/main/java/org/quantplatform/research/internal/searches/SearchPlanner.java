package org.quantplatform.research.internal.searches;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.api.backtests.BacktestRequest;
import org.quantplatform.api.searches.SearchKind;
import org.quantplatform.api.searches.SearchRequest;
import org.quantplatform.api.searches.Searches;
import org.quantplatform.core.data.PanelSource;
import org.quantplatform.core.plugins.PluginRegistry;
import org.quantplatform.core.searches.NewSearch;
import org.quantplatform.core.searches.NewSearch.Window;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.FieldError;
import org.quantplatform.model.Panel;
import org.quantplatform.model.PluginPin;
import org.quantplatform.model.QuantException;
import org.quantplatform.research.internal.backtests.BacktestPlanner;
import org.quantplatform.research.internal.backtests.BacktestPlanner.Planned;
import org.quantplatform.research.internal.backtests.RequestResolver;
import org.quantplatform.research.internal.backtests.RequestResolver.Resolved;
import org.quantplatform.research.internal.backtests.SharedRuns;
import org.quantplatform.research.internal.requests.Problems;
import org.quantplatform.research.internal.searches.Combinations.Axis;
import org.quantplatform.research.internal.searches.Windows.Range;

/** Checks a search request, chooses the combinations that will be run, and pins their code and data. */
@Component(service = SearchPlanner.class)
public final class SearchPlanner {

    private static final BigInteger MOST_DRAWN_FROM = BigInteger.valueOf(1_000_000_000_000_000L);

    private final BacktestPlanner backtests;
    private final PluginRegistry registry;
    private final PanelSource panels;

    @Activate
    public SearchPlanner(
            @Reference BacktestPlanner backtests, @Reference PluginRegistry registry, @Reference PanelSource panels) {
        this.backtests = backtests;
        this.registry = registry;
        this.panels = panels;
    }

    /** Refuses {@code INVALID_REQUEST} with every wrong field, {@code NO_DATA} or {@code UNPROCESSABLE}. */
    NewSearch plan(SearchRequest asked, long owner) {
        Problems problems = new Problems();
        SearchRequest request = Defaults.filled(asked, problems);
        boolean costs = request.kind() == SearchKind.COST_SENSITIVITY;
        List<Axis> axes = costs ? TrialPlan.axes(request) : SpaceCheck.axes(request.space(), problems);
        List<Comparison> constraints = SpaceCheck.constraints(request.constraints(), axes, problems);
        Optional<Planned> base = base(request.backtest(), owner, problems);
        if (base.isEmpty()) {
            problems.throwIfAny();
        }
        Planned planned = base.orElseThrow();
        BacktestRequest varied = inPlace(asked.backtest(), planned.resolved());
        SpaceCheck space = new SpaceCheck(new Variations(varied), new RequestResolver(registry));
        space.checkValues(axes, problems);
        problems.throwIfAny();

        Combinations combinations = new Combinations(axes);
        checkCount(combinations.count(), request.kind());
        List<Window> windows = windows(request, planned);
        Choice choice = new Choice(combinations, constraints, space);
        choice.choose(request, windows.size());
        String name = request.name() == null ? planned.name() : request.name();
        return new NewSearch(
                name,
                Defaults.of(request, name, varied),
                pins(planned, choice.resolved()),
                Long.parseLong(planned.manifest().dataSnapshot()),
                combinations.count().longValueExact(),
                choice.indices(),
                windows,
                choice.warnings());
    }

    private Optional<Planned> base(@Nullable BacktestRequest backtest, long owner, Problems problems) {
        if (backtest == null) {
            problems.add("backtest", "must be given");
            return Optional.empty();
        }
        try {
            return Optional.of(backtests.check(backtest, owner));
        } catch (QuantException e) {
            List<FieldError> errors = e.errors().stream()
                    .map(error -> new FieldError("backtest." + error.field(), error.message()))
                    .toList();
            if (e.code() != ErrorCode.INVALID_REQUEST) {
                problems.throwIfAny();
                throw QuantException.withErrors(e.code(), String.valueOf(e.getMessage()), errors);
            }
            errors.forEach(error -> problems.add(error.field(), error.message()));
            return Optional.empty();
        }
    }

    /** What was left out stays so: its default may depend on what is varied. */
    private static BacktestRequest inPlace(BacktestRequest asked, Resolved resolved) {
        BacktestRequest request = resolved.request();
        return new BacktestRequest(
                null,
                request.strategy(),
                request.universe(),
                request.startDate(),
                request.endDate(),
                request.initialCapital(),
                asked.currency(),
                asked.execution(),
                asked.costs(),
                asked.benchmark(),
                request.adjust(),
                asked.financing(),
                asked.dividends());
    }

    private static void checkCount(BigInteger count, SearchKind kind) {
        boolean drawn = kind == SearchKind.RANDOM;
        BigInteger most = drawn ? MOST_DRAWN_FROM : BigInteger.valueOf(Searches.MOST_COMBINATIONS);
        if (count.compareTo(most) > 0) {
            throw QuantException.invalid(
                    "space",
                    "has " + count + " combinations, at most " + most + " are possible"
                            + (drawn ? "" : "; a random search draws some of them"));
        }
    }

    private List<Window> windows(SearchRequest request, Planned planned) {
        if (request.kind() != SearchKind.WALK_FORWARD) {
            return List.of();
        }
        BacktestRequest base = planned.resolved().request();
        Panel prices = panels.load(SharedRuns.query(
                        planned.resolved(), Long.parseLong(planned.manifest().dataSnapshot())))
                .prices();
        List<Window> windows = Windows.cut(request.walkForward(), new Range(base.startDate(), base.endDate()), prices);
        if (windows.isEmpty()) {
            throw QuantException.invalid(
                    "walk_forward",
                    "the first training window and half a test window do not fit between " + base.startDate() + " and "
                            + base.endDate());
        }
        return windows;
    }

    private static List<PluginPin> pins(Planned base, List<Resolved> chosen) {
        Set<PluginPin> pins = new LinkedHashSet<>(base.manifest().plugins());
        for (Resolved each : chosen) {
            each.costs().forEach(model -> pins.add(model.pin()));
            if (each.rules() != null) {
                pins.add(each.rules().pin());
            }
        }
        return new ArrayList<>(pins);
    }
}
