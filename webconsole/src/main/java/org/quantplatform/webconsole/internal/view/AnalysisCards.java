package org.quantplatform.webconsole.internal.view;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.quantplatform.api.factors.DecayTable;
import org.quantplatform.api.factors.FactorAnalyses;
import org.quantplatform.api.factors.FactorFigures;
import org.quantplatform.api.factors.IcSeries;
import org.quantplatform.api.factors.QuantileReturn;
import org.quantplatform.api.factors.QuantileSeries;
import org.quantplatform.api.factors.SectorTable;
import org.quantplatform.webconsole.internal.chart.PlainChart;
import org.quantplatform.webconsole.internal.chart.PlainChart.Kind;
import org.quantplatform.webconsole.internal.chart.PlainChart.Line;
import org.quantplatform.webconsole.internal.chart.PlainChart.Unit;
import org.quantplatform.webconsole.internal.platform.Figures;

/** Tables and charts of one subject of an analysis; charts that show one horizon show the longest. */
final class AnalysisCards extends Div {

    private final FactorFigures figures;
    private final List<String> horizons;
    private final String longest;

    AnalysisCards(FactorAnalyses analyses, String id, FactorFigures figures) {
        this.figures = figures;
        this.horizons = List.copyOf(figures.ic().keySet()).stream()
                .sorted((a, b) -> Integer.compare(Integer.parseInt(a), Integer.parseInt(b)))
                .toList();
        this.longest = horizons.get(horizons.size() - 1);
        String subject = figures.subject();
        addClassName("stack");
        add(Parts.card(Parts.bar(new H2("By horizon"), Parts.quiet(figures.dates() + " dates")), summary()));
        add(pair(monthly(analyses.ic(id, subject)), quantiles()));
        add(pair(growth(analyses.quantiles(id, subject)), decay(analyses.decay(id, subject))));
        List<SectorTable.Row> sectors = analyses.sectors(id, subject).sectors().stream()
                .filter(row -> Integer.toString(row.horizon()).equals(longest))
                .toList();
        if (!sectors.isEmpty()) {
            add(Parts.card(Parts.bar(new H2("By sector"), bars()), sectors(sectors)));
        }
    }

    private static Div pair(Div one, Div other) {
        Div pair = Parts.box("columns", one, other);
        pair.addClassName("pair");
        return pair;
    }

    private static String ahead(String horizon) {
        return horizon + (horizon.equals("1") ? " bar" : " bars");
    }

    private Div bars() {
        return new Div(Parts.quiet(ahead(longest) + " ahead"));
    }

    private Grid<String> summary() {
        Grid<String> grid = Tables.grid();
        Tables.text(grid, "Bars", horizon -> horizon);
        Tables.figure(
                grid,
                "Mean IC",
                horizon -> Figures.plain(figures.ic().get(horizon).mean()));
        Tables.figure(
                grid, "Std", horizon -> Figures.plain(figures.ic().get(horizon).std()));
        Tables.figure(
                grid, "ICIR", horizon -> Figures.plain(figures.ic().get(horizon).icir()));
        Tables.figure(
                grid, "t", horizon -> Figures.ratio(figures.ic().get(horizon).t()));
        Tables.figure(
                grid,
                "t, Newey-West",
                horizon -> Figures.ratio(figures.ic().get(horizon).tNeweyWest()));
        Tables.figure(
                grid,
                "Above 0",
                horizon -> Figures.percent(figures.ic().get(horizon).positive()));
        Tables.change(grid, "Spread", horizon -> figures.spread().get(horizon).mean());
        Tables.change(grid, "Alpha a year", horizon -> figures.factorReturns()
                .get(horizon)
                .alpha());
        Tables.figure(
                grid,
                "Beta",
                horizon -> Figures.ratio(figures.factorReturns().get(horizon).beta()));
        Tables.figure(
                grid,
                "Rank autocorrelation",
                horizon -> Figures.plain(figures.rankAutocorrelation().get(horizon)));
        grid.setItems(horizons);
        return grid;
    }

    private Div monthly(IcSeries series) {
        Line line = new Line("Mean IC", series.monthlyIc().get(longest));
        return Parts.card(
                Parts.bar(new H2("Monthly IC"), bars()),
                new PlainChart("Mean IC of each month", Kind.BAR, Unit.NUMBER, series.months(), List.of(line)));
    }

    private Div quantiles() {
        List<Line> lines = new ArrayList<>();
        for (String horizon : horizons) {
            lines.add(new Line(
                    ahead(horizon),
                    figures.quantileReturns().get(horizon).stream()
                            .mapToDouble(QuantileReturn::demeaned)
                            .toArray()));
        }
        List<String> names = figures.quantileReturns().get(longest).stream()
                .map(each -> "Q" + each.quantile())
                .toList();
        return Parts.card(
                Parts.bar(new H2("Quantile returns"), Parts.quiet("above the universe's mean")),
                new PlainChart("Mean return of each quantile", Kind.BAR, Unit.PERCENT, names, lines));
    }

    private Div growth(QuantileSeries series) {
        QuantileSeries.Growth growth = series.cumulative().get(longest);
        List<String> dates =
                new ArrayList<>(growth.dates().stream().map(LocalDate::toString).toList());
        dates.add("end");
        List<Line> lines = IntStream.range(0, growth.quantiles().size())
                .mapToObj(i -> new Line("Q" + (i + 1), growth.quantiles().get(i)))
                .toList();
        return Parts.card(
                Parts.bar(new H2("Growth of 1"), bars()),
                new PlainChart("Growth of 1 in each quantile", Kind.LINE, Unit.NUMBER, dates, lines));
    }

    private static Div decay(DecayTable table) {
        List<String> names = table.horizons().stream()
                .map(row -> ahead(Integer.toString(row.horizon())))
                .toList();
        Line line = new Line(
                "Mean IC",
                table.horizons().stream().mapToDouble(row -> row.ic().mean()).toArray());
        return Parts.card(
                Parts.bar(new H2("Decay"), Parts.quiet("mean IC by horizon")),
                new PlainChart("Mean IC by horizon", Kind.BAR, Unit.NUMBER, names, List.of(line)));
    }

    private static Grid<SectorTable.Row> sectors(List<SectorTable.Row> rows) {
        Grid<SectorTable.Row> grid = Tables.grid();
        Tables.text(grid, "Sector", SectorTable.Row::sector);
        Tables.figure(grid, "Mean IC", row -> Figures.plain(row.ic().mean()));
        Tables.figure(grid, "t", row -> Figures.ratio(row.ic().t()));
        Tables.change(grid, "Mean return", SectorTable.Row::meanReturn);
        Tables.figure(grid, "Observations", row -> Figures.count(row.observations()));
        grid.setItems(rows);
        return grid;
    }
}
