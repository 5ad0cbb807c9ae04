package org.quantplatform.webconsole.internal.view;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.ValueProvider;
import org.quantplatform.webconsole.internal.platform.Figures;

/** Small tables that only tell. */
final class Tables {

    private Tables() {}

    static <T> Grid<T> grid() {
        Grid<T> grid = new Grid<>();
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_ROW_BORDERS);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setAllRowsVisible(true);
        return grid;
    }

    static <T> void text(Grid<T> grid, String header, ValueProvider<T, ?> value) {
        grid.addColumn(value).setHeader(header).setAutoWidth(true);
    }

    static <T> void figure(Grid<T> grid, String header, ValueProvider<T, String> value) {
        grid.addColumn(value)
                .setHeader(header)
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true);
    }

    static <T> void change(Grid<T> grid, String header, ValueProvider<T, Double> value) {
        grid.addComponentColumn(row -> change(value.apply(row)))
                .setHeader(header)
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true);
    }

    /** A gain or a loss in its colour. */
    static Div change(double value) {
        Div text = new Div(Figures.change(value));
        text.addClassNames("number", value < 0 ? "bad" : "good");
        return text;
    }
}
