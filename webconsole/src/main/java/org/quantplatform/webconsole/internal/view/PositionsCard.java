package org.quantplatform.webconsole.internal.view;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.time.LocalDate;
import java.util.List;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.statistics.Contribution;
import org.quantplatform.api.statistics.ExposureSeries;
import org.quantplatform.api.statistics.Grouping;
import org.quantplatform.api.statistics.RunStatistics;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;
import org.quantplatform.webconsole.internal.chart.PlainChart;
import org.quantplatform.webconsole.internal.chart.PlainChart.Kind;
import org.quantplatform.webconsole.internal.chart.PlainChart.Line;
import org.quantplatform.webconsole.internal.chart.PlainChart.Unit;
import org.quantplatform.webconsole.internal.platform.Figures;

/** How much was held, and what each sector brought; empty for a run that was stored before this was kept. */
final class PositionsCard extends Div {

    private static final PageRequest SECTORS = new PageRequest(1, 50);

    PositionsCard(RunStatistics statistics, String id, String currency) {
        addClassName("stack");
        setId("positions");
        try {
            add(exposure(statistics.exposures(id)));
            add(Parts.card(
                    Parts.bar(new H2("By sector"), Parts.quiet("amounts in " + currency)),
                    sectors(statistics.attribution(id, Grouping.SECTOR, SECTORS).items())));
        } catch (QuantException e) {
            if (e.code() != ErrorCode.CONFLICT) {
                throw e;
            }
            removeAll();
        }
    }

    private static Div exposure(ExposureSeries series) {
        List<String> dates = series.dates().stream().map(LocalDate::toString).toList();
        List<Line> lines = List.of(new Line("Gross", series.gross()), new Line("Net", series.net()));
        return Parts.card(
                Parts.bar(new H2("Exposure"), Parts.quiet("of the equity")),
                new PlainChart("Gross and net exposure", Kind.LINE, Unit.PERCENT, dates, lines));
    }

    private static Grid<Contribution> sectors(List<Contribution> rows) {
        Grid<Contribution> grid = Tables.grid();
        Tables.text(grid, "Sector", Contribution::key);
        Tables.change(grid, "Contribution", Contribution::contribution);
        Tables.figure(grid, "Profit", row -> Figures.plain(Math.rint(row.profit())));
        Tables.figure(grid, "Costs", row -> Figures.plain(Math.rint(row.costs())));
        Tables.figure(grid, "Mean weight", row -> Figures.percent(row.meanWeight()));
        Tables.figure(grid, "Win rate", row -> Figures.percent(row.winRate()));
        Tables.figure(grid, "Fills", row -> Figures.count(row.fills()));
        grid.setItems(rows);
        return grid;
    }
}
