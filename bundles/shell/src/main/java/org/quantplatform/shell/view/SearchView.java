package org.quantplatform.shell.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.quantplatform.api.backtests.BacktestSummary;
import org.quantplatform.api.searches.CostSensitivity;
import org.quantplatform.api.searches.Robustness;
import org.quantplatform.api.searches.Search;
import org.quantplatform.api.searches.Trial;
import org.quantplatform.api.searches.WalkForward;
import org.quantplatform.shell.view.Screen.Pair;

/** A search and what it found. */
public final class SearchView {

    /** Trials one below the other. */
    public static final Table<Trial> TRIALS = Table.of(Trial.class)
            .number("number", Trial::number, t -> Integer.toString(t.number()))
            .text("window", t -> t.window() == 0 ? null : t.window())
            .text("part", t -> t.window() == 0 ? null : Labels.of(t.part()))
            .text("values", t -> values(t.values()))
            .number("objective", Trial::objective, t -> Figures.number(t.objective(), 4))
            .number("total_return", t -> figure(t, true), t -> Figures.percent(figure(t, true)))
            .number("max_drawdown", t -> figure(t, false), t -> Figures.percent(figure(t, false)))
            .number("num_trades", SearchView::trades, t -> Figures.count(trades(t)))
            .text("error", Trial::error);

    private static final Table<WalkForward.Window> WINDOWS = Table.of(WalkForward.Window.class)
            .number("window", WalkForward.Window::window, w -> Integer.toString(w.window()))
            .text("train", w -> w.trainFrom() + " - " + w.trainTo())
            .text("test", w -> w.testFrom() + " - " + w.testTo())
            .text("values", w -> values(w.values()))
            .number("train_objective", WalkForward.Window::trainObjective, w -> Figures.number(w.trainObjective(), 4))
            .number("test_objective", WalkForward.Window::testObjective, w -> Figures.number(w.testObjective(), 4))
            .number("efficiency", WalkForward.Window::efficiency, w -> Figures.number(w.efficiency(), 2));

    private static final Table<WalkForward.Criterion> CRITERIA = Table.of(WalkForward.Criterion.class)
            .text("criterion", WalkForward.Criterion::name)
            .number("value", WalkForward.Criterion::value, c -> Figures.number(c.value(), 4))
            .number("limit", WalkForward.Criterion::limit, c -> Figures.number(c.limit(), 4))
            .text("passed", c -> c.passed() ? "yes" : "no");

    private final Screen screen;

    public SearchView(Screen screen) {
        this.screen = screen;
    }

    public void show(Search search) {
        head(search);
        if (search.best() != null) {
            screen.heading("Best trial");
            screen.lines(TRIALS.lines(List.of(search.best()), screen.width(), screen.paint()));
        }
        if (search.robustness() != null) {
            screen.heading("Luck");
            screen.figures(luck(search.robustness()));
        }
        if (search.walkForward() != null) {
            show(search.walkForward());
        }
        if (search.costSensitivity() != null) {
            show(search.costSensitivity());
        }
        if (!search.warnings().isEmpty()) {
            screen.heading("Warnings");
            search.warnings().forEach(w -> screen.line("  " + screen.paint().yellow("! " + Table.printable(w))));
        }
    }

    private void head(Search search) {
        Search.Trials trials = search.trials();
        String failed = trials.failed() == 0 ? "" : ", " + Figures.count(trials.failed()) + " failed";
        List<Pair> pairs = new ArrayList<>(List.of(
                Pair.of("Search", search.searchId()),
                Pair.of("Name", search.name()),
                Pair.of(
                        "Status",
                        Labels.of(search.status()) + (search.status().ended() ? "" : " " + search.progress() + "%")),
                Pair.of("Kind", Labels.of(search.kind())),
                Pair.of("Objective", Labels.of(search.objective())),
                Pair.of(
                        "Trials",
                        Figures.count(trials.finished()) + " of " + Figures.count(trials.planned()) + failed + "; "
                                + Figures.count(trials.combinations()) + " combinations")));
        if (search.error() != null) {
            pairs.add(Pair.of("Error", search.error()));
        }
        screen.pairs(pairs);
    }

    private static List<Pair> luck(Robustness r) {
        List<Pair> pairs = new ArrayList<>(List.of(
                Pair.of("Sharpe ratio", Figures.number(r.sharpeRatio(), 4)),
                Pair.of("Runs on these instruments so far", Figures.count(r.countedTrials())),
                Pair.of("Best of so many without skill", Figures.number(r.expectedMaximumSharpe(), 4)),
                Pair.of("Probabilistic Sharpe ratio", Figures.percent(r.probabilisticSharpeRatio())),
                Pair.of("Deflated Sharpe ratio", Figures.percent(r.deflatedSharpeRatio())),
                Pair.of("Independent trials of this search", Figures.number(r.effectiveTrials(), 2)),
                Pair.of("Deflated by these", Figures.percent(r.deflatedByEffectiveTrials())),
                Pair.of("Returns needed for 95 %", Figures.number(r.minimumTrackRecord(), 0))));
        if (r.blocks() > 0) {
            pairs.add(Pair.of("Probability of overfitting", Figures.percent(r.overfitProbability())));
            pairs.add(Pair.of("Degradation", Figures.number(r.degradation(), 4)));
            pairs.add(Pair.of("Probability of loss", Figures.percent(r.lossProbability())));
        }
        return pairs;
    }

    private void show(WalkForward walk) {
        screen.heading("Windows");
        screen.lines(WINDOWS.lines(walk.windows(), screen.width(), screen.paint()));
        screen.heading("Out of sample");
        WalkForward.Figures joined = walk.outOfSample();
        screen.figures(List.of(
                Pair.signed("Total return", Figures.percent(joined.totalReturn())),
                Pair.signed("Annualized return", Figures.percent(joined.annualizedReturn())),
                Pair.of("Annualized volatility", Figures.percent(joined.annualizedVolatility())),
                Pair.of("Sharpe ratio", Figures.number(joined.sharpeRatio(), 4)),
                Pair.signed("Max drawdown", Figures.percent(joined.maxDrawdown()))));
        screen.heading(walk.accepted() ? "Accepted" : "Not accepted");
        screen.lines(CRITERIA.lines(walk.criteria(), screen.width(), screen.paint()));
    }

    private void show(CostSensitivity costs) {
        screen.heading("Costs");
        Table<Integer> table = new Table<Integer>()
                .number("multiple", i -> costs.multiples()[i], i -> Figures.upTo(costs.multiples()[i], 4))
                .number("objective", i -> costs.objectives()[i], i -> Figures.number(costs.objectives()[i], 4))
                .number("total_return", i -> costs.totalReturns()[i], i -> Figures.percent(costs.totalReturns()[i]))
                .number("total_costs", i -> costs.totalCosts()[i], i -> Figures.number(costs.totalCosts()[i], 2));
        List<Integer> rows =
                IntStream.range(0, costs.multiples().length).boxed().toList();
        screen.lines(table.lines(rows, screen.width(), screen.paint()));
        screen.pairs(List.of(Pair.of("Total return is 0 at", Figures.upTo(costs.breakEven(), 4))));
    }

    private static String values(Map<String, Object> values) {
        return values.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(" "));
    }

    private static double figure(Trial trial, boolean gain) {
        BacktestSummary summary = trial.summary();
        return summary == null ? Double.NaN : gain ? summary.totalReturn() : summary.maxDrawdown();
    }

    private static long trades(Trial trial) {
        return trial.summary() == null ? 0 : trial.summary().numTrades();
    }
}
