package org.quantplatform.webconsole.internal.view;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.util.List;
import java.util.Map;
import org.quantplatform.api.backtests.BacktestMetrics;
import org.quantplatform.webconsole.internal.platform.Figures;

/** Years and deepest drawdowns of a run. */
final class StatisticsCard extends Div {

    private static final int DEEPEST = 5;

    StatisticsCard(BacktestMetrics metrics) {
        addClassName("columns");
        setId("statistics");
        if (!metrics.yearlyReturns().isEmpty()) {
            add(Parts.card(Parts.bar(new H2("Years")), years(metrics.yearlyReturns())));
        }
        if (!metrics.drawdowns().isEmpty()) {
            add(Parts.card(Parts.bar(new H2("Deepest drawdowns")), drawdowns(metrics.drawdowns())));
        }
    }

    private static Grid<Map.Entry<String, Double>> years(Map<String, Double> returns) {
        Grid<Map.Entry<String, Double>> grid = grid();
        grid.addColumn(Map.Entry::getKey).setHeader("Year").setWidth("4.5rem");
        grid.addComponentColumn(year -> change(year.getValue()))
                .setHeader("Return")
                .setWidth("6rem")
                .setTextAlign(ColumnTextAlign.END);
        grid.setItems(
                returns.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList());
        return grid;
    }

    private static Grid<BacktestMetrics.Drawdown> drawdowns(List<BacktestMetrics.Drawdown> falls) {
        Grid<BacktestMetrics.Drawdown> grid = grid();
        grid.addComponentColumn(fall -> change(fall.depth())).setHeader("Depth").setAutoWidth(true);
        grid.addColumn(BacktestMetrics.Drawdown::peak).setHeader("Peak").setAutoWidth(true);
        grid.addColumn(BacktestMetrics.Drawdown::trough).setHeader("Trough").setAutoWidth(true);
        grid.addColumn(fall ->
                        fall.recovery() == null ? "not yet" : fall.recovery().toString())
                .setHeader("Recovered")
                .setAutoWidth(true);
        grid.addColumn(fall -> Figures.count(fall.days()))
                .setHeader("Days")
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true);
        grid.setItems(falls.subList(0, Math.min(DEEPEST, falls.size())));
        return grid;
    }

    private static <T> Grid<T> grid() {
        Grid<T> grid = new Grid<>();
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_ROW_BORDERS);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setAllRowsVisible(true);
        return grid;
    }

    private static Div change(double value) {
        Div text = new Div(Figures.change(value));
        text.addClassName(value < 0 ? "bad" : "good");
        return text;
    }
}
