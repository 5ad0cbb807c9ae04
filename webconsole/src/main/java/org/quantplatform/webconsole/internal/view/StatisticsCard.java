package org.quantplatform.webconsole.internal.view;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.util.List;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.statistics.Drawdown;
import org.quantplatform.api.statistics.RunStatistics;
import org.quantplatform.api.statistics.Span;
import org.quantplatform.api.statistics.SpanReturn;
import org.quantplatform.webconsole.internal.platform.Figures;

/** Years and deepest drawdowns of a run. */
final class StatisticsCard extends Div {

    private static final PageRequest DEEPEST = new PageRequest(1, 10);
    private static final PageRequest ALL = new PageRequest(1, PageRequest.MAX_LIMIT);

    StatisticsCard(RunStatistics statistics, String id) {
        addClassName("columns");
        setId("statistics");
        List<SpanReturn> years = statistics.returns(id, Span.YEAR, ALL).items();
        if (!years.isEmpty()) {
            add(Parts.card(Parts.bar(new H2("Years")), years(years)));
        }
        List<Drawdown> falls = statistics.drawdowns(id, DEEPEST).items();
        if (!falls.isEmpty()) {
            add(Parts.card(Parts.bar(new H2("Deepest drawdowns")), drawdowns(falls)));
        }
    }

    private static Grid<SpanReturn> years(List<SpanReturn> years) {
        Grid<SpanReturn> grid = Tables.grid();
        Tables.text(grid, "Year", SpanReturn::span);
        Tables.change(grid, "Return", SpanReturn::portfolio);
        if (years.stream().anyMatch(year -> !Double.isNaN(year.benchmark()))) {
            Tables.change(grid, "Benchmark", SpanReturn::benchmark);
        }
        Tables.figure(grid, "Sharpe", year -> Figures.ratio(year.sharpe()));
        grid.setItems(years);
        return grid;
    }

    private static Grid<Drawdown> drawdowns(List<Drawdown> falls) {
        Grid<Drawdown> grid = Tables.grid();
        Tables.change(grid, "Depth", Drawdown::depth);
        Tables.text(grid, "Peak", Drawdown::peak);
        Tables.text(grid, "Trough", Drawdown::trough);
        Tables.text(grid, "Recovered", fall -> fall.recovery() == null ? "not yet" : fall.recovery());
        Tables.figure(grid, "Days", fall -> Figures.count(fall.days()));
        grid.setItems(falls);
        return grid;
    }
}
