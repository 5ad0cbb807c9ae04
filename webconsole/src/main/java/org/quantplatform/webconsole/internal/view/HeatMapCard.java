package org.quantplatform.webconsole.internal.view;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.quantplatform.api.searches.HeatMap;
import org.quantplatform.webconsole.internal.platform.Figures;

/** The objective over two parameters: the better a cell, the stronger its colour. */
final class HeatMapCard extends Div {

    private static final int MOST_COLUMNS = 40;

    private final double lowest;
    private final double highest;
    private final boolean higherIsBetter;

    HeatMapCard(HeatMap map) {
        addClassName("card");
        setId("heat-map");
        double[] known = map.cells().stream()
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .toArray();
        lowest = Arrays.stream(known).min().orElse(0);
        highest = Arrays.stream(known).max().orElse(0);
        higherIsBetter = map.metric().highest();
        add(Parts.bar(
                new H2("Heat map of " + Parts.word(map.metric())),
                Parts.quiet("down: " + map.y() + ", across: " + map.x())));
        add(grid(map));
    }

    private Grid<Integer> grid(HeatMap map) {
        Grid<Integer> grid = Tables.grid();
        grid.addColumn(row -> map.yValues().get(row))
                .setHeader("")
                .setWidth("6rem")
                .setFlexGrow(0);
        for (int column = 0; column < Math.min(MOST_COLUMNS, map.xValues().size()); column++) {
            int at = column;
            grid.addComponentColumn(row -> cell(map.cells().get(row)[at]))
                    .setHeader(map.xValues().get(at).toString())
                    .setTextAlign(ColumnTextAlign.END)
                    .setWidth("4.5rem");
        }
        grid.setItems(IntStream.range(0, map.yValues().size()).boxed().toList());
        return grid;
    }

    private Div cell(double value) {
        Div cell = new Div(Figures.plain(Math.rint(value * 1000) / 1000));
        cell.addClassNames("heat", "gain");
        double place = highest > lowest ? (value - lowest) / (highest - lowest) : 0;
        double strength = Double.isNaN(place) ? 0 : higherIsBetter ? place : 1 - place;
        cell.getStyle().set("--heat", String.format(Locale.ROOT, "%.0f%%", 55 * strength));
        return cell;
    }
}
