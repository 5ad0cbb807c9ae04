package org.quantplatform.webconsole.internal.view;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.util.Locale;
import java.util.stream.IntStream;
import org.quantplatform.api.factors.FactorCorrelations;
import org.quantplatform.webconsole.internal.platform.Figures;

/** How alike the subjects of an analysis order the same assets. */
final class CorrelationCard extends Div {

    CorrelationCard(FactorCorrelations found) {
        addClassName("card");
        setId("correlation");
        Grid<Integer> grid = Tables.grid();
        Tables.text(grid, "", row -> found.subjects().get(row));
        for (int column = 0; column < found.subjects().size(); column++) {
            int at = column;
            grid.addComponentColumn(row -> cell(found.matrix()[row][at]))
                    .setHeader(found.subjects().get(at))
                    .setTextAlign(ColumnTextAlign.END);
        }
        grid.setItems(IntStream.range(0, found.subjects().size()).boxed().toList());
        add(Parts.bar(new H2("Correlation"), Parts.quiet("Spearman, mean over dates")), grid);
    }

    private static Div cell(double value) {
        Div cell = new Div(Figures.ratio(value));
        cell.addClassNames("heat", value < 0 ? "loss" : "gain");
        double strength = Double.isNaN(value) ? 0 : Math.min(1, Math.abs(value));
        cell.getStyle().set("--heat", String.format(Locale.ROOT, "%.0f%%", 45 * strength));
        return cell;
    }
}
