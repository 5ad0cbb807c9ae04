package org.quantplatform.webconsole.internal.view;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.time.LocalDate;
import java.util.List;
import org.quantplatform.api.searches.OutOfSample;
import org.quantplatform.api.searches.WalkForward;
import org.quantplatform.webconsole.internal.chart.PlainChart;
import org.quantplatform.webconsole.internal.chart.PlainChart.Kind;
import org.quantplatform.webconsole.internal.chart.PlainChart.Line;
import org.quantplatform.webconsole.internal.chart.PlainChart.Unit;
import org.quantplatform.webconsole.internal.platform.Figures;

/** What choosing anew in each window would have brought, and whether that is accepted. */
final class WalkForwardCard extends Div {

    WalkForwardCard(WalkForward found, OutOfSample joined) {
        addClassName("stack");
        setId("walk-forward");
        List<String> dates = joined.dates().stream().map(LocalDate::toString).toList();
        Line equity = new Line("Equity", joined.equity());
        add(Parts.card(
                Parts.bar(new H2("Test windows joined"), verdict(found.accepted(), "accepted")),
                new PlainChart("Equity of the test windows", Kind.LINE, Unit.NUMBER, dates, List.of(equity))));
        add(Parts.card(Parts.bar(new H2("Windows")), windows(found.windows())));
        add(Parts.card(Parts.bar(new H2("Criteria")), criteria(found.criteria())));
    }

    private static Div verdict(boolean positive, String word) {
        return new Div(positive ? Parts.badge(word, "good") : Parts.badge("not " + word, "bad"));
    }

    private static Grid<WalkForward.Window> windows(List<WalkForward.Window> windows) {
        Grid<WalkForward.Window> grid = Tables.grid();
        Tables.text(grid, "Trained", window -> window.trainFrom() + " – " + window.trainTo());
        Tables.text(grid, "Tested", window -> window.testFrom() + " – " + window.testTo());
        Tables.text(grid, "Chosen", window -> window.values().values());
        Tables.change(grid, "In training", WalkForward.Window::trainReturn);
        Tables.change(grid, "In test", WalkForward.Window::testReturn);
        grid.setItems(windows);
        return grid;
    }

    private static Grid<WalkForward.Criterion> criteria(List<WalkForward.Criterion> criteria) {
        Grid<WalkForward.Criterion> grid = Tables.grid();
        Tables.text(grid, "Criterion", criterion -> criterion.name().replace('_', ' '));
        Tables.figure(grid, "Value", criterion -> Figures.plain(criterion.value()));
        Tables.figure(grid, "At least", criterion -> Figures.plain(criterion.limit()));
        grid.addComponentColumn(criterion -> verdict(criterion.passed(), "met")).setAutoWidth(true);
        grid.setItems(criteria);
        return grid;
    }
}
