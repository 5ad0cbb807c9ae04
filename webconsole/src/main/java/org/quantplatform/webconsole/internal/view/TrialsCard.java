package org.quantplatform.webconsole.internal.view;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.quantplatform.api.backtests.BacktestSummary;
import org.quantplatform.api.searches.Search;
import org.quantplatform.api.searches.Searches;
import org.quantplatform.api.searches.Trial;
import org.quantplatform.api.searches.TrialQuery;
import org.quantplatform.webconsole.internal.platform.Figures;
import org.quantplatform.webconsole.internal.platform.LazyRows;

/** Trials of a search, the best first, read piece by piece as the reader scrolls. */
final class TrialsCard extends Div {

    TrialsCard(Searches searches, Search search) {
        addClassName("card");
        Grid<Trial> grid = new Grid<>();
        grid.setId("trials");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setHeight("22rem");
        Tables.figure(grid, "No.", trial -> Figures.count(trial.number()));
        Tables.text(grid, "Values", TrialsCard::values);
        if (search.walkForward() != null) {
            Tables.text(grid, "Window", trial -> trial.window() + " " + Parts.word(trial.part()));
        }
        Tables.figure(grid, Parts.word(search.objective()), trial -> Figures.plain(trial.objective()));
        Tables.figure(grid, "Return", trial -> Figures.change(of(trial, BacktestSummary::totalReturn)));
        Tables.figure(grid, "Sharpe", trial -> Figures.ratio(of(trial, BacktestSummary::sharpeRatio)));
        Tables.figure(grid, "Drawdown", trial -> Figures.percent(of(trial, BacktestSummary::maxDrawdown)));
        Tables.text(grid, "Failed", trial -> trial.error() == null ? "" : trial.error());
        grid.setItems(LazyRows.of(page -> searches.trials(search.searchId(), TrialQuery.BEST, page)));
        add(Parts.bar(new H2("Trials"), Parts.quiet("the best first")), grid);
    }

    private static String values(Trial trial) {
        return trial.values().entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining(", "));
    }

    private static double of(Trial trial, ToDoubleFunction<BacktestSummary> value) {
        return trial.summary() == null ? Double.NaN : value.applyAsDouble(trial.summary());
    }
}
