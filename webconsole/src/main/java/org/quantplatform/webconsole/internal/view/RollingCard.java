package org.quantplatform.webconsole.internal.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.time.LocalDate;
import java.util.List;
import org.quantplatform.api.statistics.Basis;
import org.quantplatform.api.statistics.RollingQuery;
import org.quantplatform.api.statistics.RollingSeries;
import org.quantplatform.api.statistics.RunStatistics;
import org.quantplatform.webconsole.internal.chart.PlainChart;
import org.quantplatform.webconsole.internal.chart.PlainChart.Kind;
import org.quantplatform.webconsole.internal.chart.PlainChart.Line;
import org.quantplatform.webconsole.internal.chart.PlainChart.Unit;

/** How reward and risk moved, over half a year at a time. */
final class RollingCard extends Div {

    /** Returns of a window. */
    static final int WINDOW = 126;

    private static final String SHARPE = "sharpe_ratio";
    private static final String VOLATILITY = "annualized_volatility";

    RollingCard(RunStatistics statistics, String id) {
        addClassName("columns");
        setId("rolling");
        RollingSeries series =
                statistics.rolling(id, new RollingQuery(WINDOW, List.of(SHARPE, VOLATILITY), Basis.DAILY));
        List<String> dates = series.dates().stream().map(LocalDate::toString).toList();
        add(card("Rolling Sharpe ratio", Unit.NUMBER, dates, series.values().get(SHARPE)));
        add(card("Rolling volatility", Unit.PERCENT, dates, series.values().get(VOLATILITY)));
    }

    private static Div card(String title, Unit unit, List<String> dates, double[] values) {
        String what = title + " over " + WINDOW + " returns";
        return Parts.card(
                Parts.bar(new H2(title), Parts.quiet(WINDOW + " returns, annualised")),
                new PlainChart(what, Kind.LINE, unit, dates, List.of(new Line(title, values))));
    }
}
