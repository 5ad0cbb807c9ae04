package org.quantplatform.webconsole.internal.view;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.util.Map;
import java.util.TreeMap;
import org.quantplatform.api.backtests.BacktestMetrics.Drawdown;
import org.quantplatform.api.sharing.SharedResults;
import org.quantplatform.model.QuantException;
import org.quantplatform.webconsole.internal.chart.EquityChart;
import org.quantplatform.webconsole.internal.platform.Figures;
import org.quantplatform.webconsole.internal.platform.Platform;

/** Results to which a link leads, for readers who need not have a login. */
@Route("shared/:token")
@PageTitle("Shared results · Quant Platform")
public final class SharedPage extends Div implements BeforeEnterObserver {

    public SharedPage() {
        addClassNames("page", "stack");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String token = event.getRouteParameters().get("token").orElse("");
        removeAll();
        try {
            show(Platform.current().shared(UI.getCurrent().getSession(), token));
        } catch (QuantException e) {
            add(
                    Platform.isAway(e)
                            ? Parts.empty("starting", "The platform is starting", "Load this page again in a moment.")
                            : Parts.empty(
                                    "not-shared",
                                    "This link leads nowhere",
                                    "It is wrong, has expired, or was taken back."));
        }
    }

    private void show(SharedResults results) {
        Div title = new Div(
                new H1(results.strategyName()),
                Parts.quiet(results.startDate() + " to " + results.endDate() + " · " + results.backtestId()));
        Div bar = Parts.bar(title);
        if (results.synthetic()) {
            bar.add(Parts.synthetic());
        }
        bar.add(Parts.badge("Shared until " + Figures.time(results.expiresAt()), ""));
        Div head = Parts.card(bar);
        head.setId("shared-head");
        EquityChart chart = new EquityChart(results.equity(), results.currency());
        chart.setId("equity-chart");
        add(head, new MetricCards(results.summary(), results.currency()), Parts.card(chart));
        add(Parts.box(
                "columns",
                Parts.card(Parts.bar(new H2("Years")), years(results.metrics().yearlyReturns())),
                Parts.card(Parts.bar(new H2("Deepest drawdowns")), drawdowns(results))));
    }

    private static Grid<Map.Entry<String, Double>> years(Map<String, Double> returns) {
        Grid<Map.Entry<String, Double>> grid = Tables.grid();
        Tables.text(grid, "Year", Map.Entry::getKey);
        Tables.change(grid, "Return", Map.Entry::getValue);
        grid.setItems(new TreeMap<>(returns).entrySet());
        return grid;
    }

    private static Grid<Drawdown> drawdowns(SharedResults results) {
        Grid<Drawdown> grid = Tables.grid();
        Tables.change(grid, "Depth", Drawdown::depth);
        Tables.text(grid, "Peak", Drawdown::peak);
        Tables.text(grid, "Trough", Drawdown::trough);
        Tables.text(grid, "Recovered", fall -> fall.recovery() == null ? "not yet" : fall.recovery());
        Tables.figure(grid, "Days", fall -> Figures.count(fall.days()));
        grid.setItems(results.metrics().drawdowns());
        return grid;
    }
}
