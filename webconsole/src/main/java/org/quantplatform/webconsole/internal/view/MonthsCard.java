package org.quantplatform.webconsole.internal.view;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.statistics.RunStatistics;
import org.quantplatform.api.statistics.Span;
import org.quantplatform.api.statistics.SpanReturn;
import org.quantplatform.webconsole.internal.platform.Figures;

/** What each month brought: years downwards, months across. */
final class MonthsCard extends Div {

    private static final PageRequest ALL = new PageRequest(1, PageRequest.MAX_LIMIT);

    /** Change at which the colour is at its strongest. */
    private static final double STRONG = 0.08;

    /** @param months twelve values, NaN where there is none */
    private record Year(String name, double[] months) {}

    MonthsCard(RunStatistics statistics, String id) {
        addClassName("card");
        setId("months");
        Grid<Year> grid = Tables.grid();
        grid.addColumn(Year::name).setHeader("Year").setWidth("3.25rem").setFlexGrow(0);
        for (Month month : Month.values()) {
            grid.addComponentColumn(year -> cell(year.months()[month.ordinal()]))
                    .setHeader(month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH))
                    .setTextAlign(ColumnTextAlign.END)
                    .setWidth("3.125rem");
        }
        grid.setItems(years(statistics.returns(id, Span.MONTH, ALL).items()));
        add(Parts.bar(new H2("Monthly returns"), Parts.quiet("percent")), grid);
    }

    private static List<Year> years(List<SpanReturn> months) {
        Map<String, Year> years = new TreeMap<>();
        for (SpanReturn month : months) {
            String name = Integer.toString(month.from().getYear());
            years.computeIfAbsent(name, MonthsCard::empty)
                            .months()[month.from().getMonth().ordinal()] =
                    month.portfolio();
        }
        return List.copyOf(years.values());
    }

    private static Year empty(String name) {
        double[] months = new double[Month.values().length];
        Arrays.fill(months, Double.NaN);
        return new Year(name, months);
    }

    private static Div cell(double change) {
        Div cell = new Div(Figures.ratio(100 * change));
        cell.addClassNames("heat", change < 0 ? "loss" : "gain");
        double strength = Double.isNaN(change) ? 0 : Math.min(1, Math.abs(change) / STRONG);
        cell.getStyle().set("--heat", String.format(Locale.ROOT, "%.0f%%", 45 * strength));
        return cell;
    }
}
