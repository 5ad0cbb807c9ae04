package org.quantplatform.webconsole.internal.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.util.Arrays;
import java.util.List;
import org.quantplatform.api.searches.CostSensitivity;
import org.quantplatform.webconsole.internal.chart.PlainChart;
import org.quantplatform.webconsole.internal.chart.PlainChart.Kind;
import org.quantplatform.webconsole.internal.chart.PlainChart.Line;
import org.quantplatform.webconsole.internal.chart.PlainChart.Unit;
import org.quantplatform.webconsole.internal.platform.Figures;

/** Total return by how many times the costs are taken. */
final class CostsCard extends Div {

    CostsCard(CostSensitivity found) {
        addClassName("card");
        setId("costs");
        List<String> multiples =
                Arrays.stream(found.multiples()).mapToObj(Figures::plain).toList();
        String rest = Double.isNaN(found.breakEven())
                ? "no multiple brings it to zero"
                : "zero at " + Figures.ratio(found.breakEven()) + " times the costs";
        add(
                Parts.bar(new H2("Return by costs"), Parts.quiet(rest)),
                new PlainChart(
                        "Total return by multiple of the costs",
                        Kind.BAR,
                        Unit.PERCENT,
                        multiples,
                        List.of(new Line("Total return", found.totalReturns()))));
    }
}
