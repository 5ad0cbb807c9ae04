package org.quantplatform.research.internal.searches;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.backtests.BacktestRequest;
import org.quantplatform.api.searches.Objective;
import org.quantplatform.api.searches.SearchKind;
import org.quantplatform.api.searches.SearchRequest;
import org.quantplatform.api.searches.Searches;
import org.quantplatform.api.searches.WalkForwardSpec;
import org.quantplatform.api.searches.WalkForwardSpec.AcceptanceSpec;
import org.quantplatform.api.searches.WalkForwardSpec.Scheme;
import org.quantplatform.api.searches.WalkForwardSpec.Span;
import org.quantplatform.research.internal.requests.Problems;

/** Fills in what a search request leaves out, and checks what belongs to one kind of search only. */
final class Defaults {

    private static final int LONGEST_NAME = 200;
    private static final int MOST_PATHS = 20;
    private static final int MOST_CONSTRAINTS = 50;
    private static final int MOST_MULTIPLES = 50;
    private static final List<Double> MULTIPLES = List.of(0.0, 0.5, 1.0, 1.5, 2.0, 3.0, 5.0);

    private Defaults() {}

    /** The same with every default but those of its backtest. */
    static SearchRequest filled(SearchRequest asked, Problems problems) {
        SearchKind kind = asked.kind() == null ? SearchKind.GRID : asked.kind();
        checkSizes(asked, kind, problems);
        onlyOf(kind == SearchKind.RANDOM, asked.trials(), "trials", "a random search", problems);
        onlyOf(kind == SearchKind.RANDOM, asked.seed(), "seed", "a random search", problems);
        onlyOf(kind == SearchKind.WALK_FORWARD, asked.walkForward(), "walk_forward", "a walk-forward search", problems);
        onlyOf(
                kind == SearchKind.COST_SENSITIVITY,
                asked.costMultiples(),
                "cost_multiples",
                "a search of costs",
                problems);
        return new SearchRequest(
                asked.name(),
                asked.backtest(),
                asked.space(),
                asked.constraints(),
                asked.objective() == null ? Objective.SHARPE_RATIO : asked.objective(),
                kind,
                kind == SearchKind.RANDOM ? trials(asked.trials(), problems) : null,
                kind == SearchKind.RANDOM ? (Long) (asked.seed() == null ? 0L : asked.seed()) : null,
                kind == SearchKind.WALK_FORWARD ? walkForward(asked.walkForward(), problems) : null,
                kind == SearchKind.COST_SENSITIVITY ? multiples(asked.costMultiples(), problems) : null);
    }

    static SearchRequest of(SearchRequest filled, String name, BacktestRequest base) {
        return new SearchRequest(
                name,
                base,
                filled.space(),
                filled.constraints(),
                filled.objective(),
                filled.kind(),
                filled.trials(),
                filled.seed(),
                filled.walkForward(),
                filled.costMultiples());
    }

    private static void checkSizes(SearchRequest asked, SearchKind kind, Problems problems) {
        String name = asked.name();
        problems.addIf(
                name != null && (name.isBlank() || name.length() > LONGEST_NAME),
                "name",
                "must have 1 to " + LONGEST_NAME + " characters");
        boolean costs = kind == SearchKind.COST_SENSITIVITY;
        problems.addIf(!costs && asked.space().isEmpty(), "space", "must name at least one path");
        problems.addIf(
                costs && !asked.space().isEmpty(), "space", "must be left out: a search of costs varies nothing else");
        problems.addIf(asked.space().size() > MOST_PATHS, "space", "at most " + MOST_PATHS + " paths");
        problems.addIf(asked.constraints().size() > MOST_CONSTRAINTS, "constraints", "at most " + MOST_CONSTRAINTS);
    }

    private static void onlyOf(boolean belongs, @Nullable Object given, String field, String kind, Problems problems) {
        problems.addIf(!belongs && given != null, field, "belongs to " + kind + " only");
    }

    private static int trials(@Nullable Integer given, Problems problems) {
        int trials = given == null ? 100 : given;
        problems.addIf(trials < 1 || trials > Searches.MOST_TRIALS, "trials", "must be 1 to " + Searches.MOST_TRIALS);
        return trials;
    }

    private static List<Double> multiples(@Nullable List<Double> given, Problems problems) {
        List<Double> multiples = given == null ? MULTIPLES : given;
        boolean counted = !multiples.isEmpty() && multiples.size() <= MOST_MULTIPLES;
        problems.addIf(!counted, "cost_multiples", "must hold 1 to " + MOST_MULTIPLES + " numbers");
        double before = -1;
        for (double each : multiples) {
            if (!(each > before && each >= 0 && each <= 100)) {
                problems.add("cost_multiples", "must be ascending numbers from 0 to 100");
                break;
            }
            before = each;
        }
        return multiples;
    }

    private static WalkForwardSpec walkForward(@Nullable WalkForwardSpec given, Problems problems) {
        WalkForwardSpec asked = given == null ? new WalkForwardSpec(null, null, null, null) : given;
        Span train = span(asked.train(), 3, "walk_forward.train", problems);
        Span test = span(asked.test(), 1, "walk_forward.test", problems);
        problems.addIf(
                (train.years() == null) != (test.years() == null),
                "walk_forward.test",
                "must be in the same unit as train: both in years, or both in days");
        return new WalkForwardSpec(
                asked.scheme() == null ? Scheme.ROLLING : asked.scheme(),
                train,
                test,
                acceptance(asked.acceptance(), problems));
    }

    private static Span span(@Nullable Span given, int years, String field, Problems problems) {
        Span span = given == null ? Span.ofYears(years) : given;
        problems.addIf((span.years() == null) == (span.days() == null), field, "give either years or days");
        boolean wrongYears = span.years() != null && (span.years() < 1 || span.years() > 50);
        problems.addIf(wrongYears, field + ".years", "must be 1 to 50");
        boolean wrongDays = span.days() != null && (span.days() < 2 || span.days() > 20_000);
        problems.addIf(wrongDays, field + ".days", "must be 2 to 20000");
        return span;
    }

    private static AcceptanceSpec acceptance(@Nullable AcceptanceSpec given, Problems problems) {
        AcceptanceSpec asked = given == null ? new AcceptanceSpec(null, null, null, null) : given;
        String path = "walk_forward.acceptance.";
        problems.range(path + "min_efficiency", asked.minEfficiency(), -10, 10);
        problems.range(path + "min_profitable_windows", asked.minProfitableWindows(), 0, 1);
        problems.range(path + "min_sharpe_ratio", asked.minSharpeRatio(), -100, 100);
        problems.range(path + "max_drawdown", asked.maxDrawdown(), -1, 0);
        return new AcceptanceSpec(
                or(asked.minEfficiency(), 0.5),
                or(asked.minProfitableWindows(), 0.5),
                or(asked.minSharpeRatio(), 0),
                or(asked.maxDrawdown(), -0.5));
    }

    private static double or(@Nullable Double given, double otherwise) {
        return given == null ? otherwise : given;
    }
}
