package org.quantplatform.research.internal.searches;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.backtests.BacktestRequest;
import org.quantplatform.api.searches.SearchKind;
import org.quantplatform.api.searches.SearchRequest;
import org.quantplatform.api.searches.Trial.Part;
import org.quantplatform.core.searches.NewSearch;
import org.quantplatform.core.searches.NewSearch.Window;
import org.quantplatform.research.internal.searches.Combinations.Axis;
import org.quantplatform.research.internal.searches.Windows.Range;

/**
 * Which run has which number. Of {@code P} combinations and {@code W} windows, 1 to {@code P W} are the training runs window by
 * window, and the {@code W} after them the test runs; without windows, 1 to {@code P} are the combinations.
 */
final class TrialPlan {

    private static final SpacePath COSTS = SpacePath.parse("costs.multiple");

    private final NewSearch search;
    private final Combinations combinations;
    private final Variations variations;

    TrialPlan(NewSearch search) {
        this.search = search;
        this.combinations = new Combinations(axes(search.request()));
        this.variations = new Variations(search.request().backtest());
    }

    /** A run to be made. */
    record Spot(int number, int window, Part part) {}

    /** In order of path, as the combinations are numbered. */
    static List<Axis> axes(SearchRequest request) {
        if (request.kind() == SearchKind.COST_SENSITIVITY) {
            return List.of(new Axis(COSTS, List.copyOf(request.costMultiples())));
        }
        Map<SpacePath, Axis> axes = new TreeMap<>();
        request.space().forEach((name, dimension) -> {
            SpacePath path = SpacePath.parse(name);
            axes.put(path, Axis.of(path, dimension));
        });
        return List.copyOf(axes.values());
    }

    int size() {
        return search.planned();
    }

    /** @param number from 1 to the size */
    Spot spot(int number) {
        int each = search.chosen().size();
        int windows = search.windows().size();
        if (windows == 0) {
            return new Spot(number, 0, Part.WHOLE);
        }
        int training = each * windows;
        return number <= training
                ? new Spot(number, (number - 1) / each + 1, Part.TRAIN)
                : new Spot(number, number - training, Part.TEST);
    }

    /** Number of the run that tests what a window's training has chosen. */
    int test(int window) {
        return search.chosen().size() * search.windows().size() + window;
    }

    /** Of a run that is no test: what a test runs is decided by the training. */
    Map<SpacePath, Object> values(int number) {
        return combinations.at(
                search.chosen().get((number - 1) % search.chosen().size()));
    }

    /** What decides the run's figures. */
    BacktestRequest request(Map<SpacePath, Object> values, Spot spot) {
        return variations.with(values, range(spot));
    }

    /** The same as somebody would submit it by itself. */
    BacktestRequest submitted(Map<SpacePath, Object> values, Spot spot) {
        BacktestRequest request = request(values, spot);
        return new BacktestRequest(
                request.strategyId(),
                request.strategy(),
                request.universe(),
                request.startDate(),
                request.endDate(),
                request.initialCapital(),
                request.currency(),
                request.execution(),
                request.costs(),
                search.request().backtest().benchmark(),
                request.adjust(),
                request.financing(),
                request.dividends());
    }

    private @Nullable Range range(Spot spot) {
        if (spot.part() == Part.WHOLE) {
            return null;
        }
        Window window = search.windows().get(spot.window() - 1);
        return spot.part() == Part.TRAIN
                ? new Range(window.trainFrom(), window.trainTo())
                : new Range(window.testFrom(), window.testTo());
    }

    /** By the names that users write. */
    static Map<String, Object> named(Map<SpacePath, Object> values) {
        Map<String, Object> named = new TreeMap<>();
        values.forEach((path, value) -> named.put(path.name(), value));
        return named;
    }

    static Map<SpacePath, Object> paths(Map<String, Object> named) {
        Map<SpacePath, Object> values = new TreeMap<>();
        named.forEach((name, value) -> values.put(SpacePath.parse(name), value));
        return values;
    }
}
