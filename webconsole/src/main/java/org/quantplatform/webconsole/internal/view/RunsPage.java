package org.quantplatform.webconsole.internal.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.PlatformSession;
import org.quantplatform.api.backtests.Backtest;
import org.quantplatform.api.backtests.BacktestQuery;
import org.quantplatform.api.backtests.BacktestSummary;
import org.quantplatform.api.sharing.ReceivedShare;
import org.quantplatform.webconsole.internal.MainLayout;
import org.quantplatform.webconsole.internal.platform.Figures;
import org.quantplatform.webconsole.internal.platform.Icons;
import org.quantplatform.webconsole.internal.platform.LazyRows;
import org.quantplatform.webconsole.internal.platform.Notices;
import org.quantplatform.webconsole.internal.platform.PlatformPage;

/** Every run of the caller, latest first, and what others share with him. */
@Route(value = "backtests", layout = MainLayout.class)
@PageTitle("Backtests · Quant Platform")
public final class RunsPage extends PlatformPage {

    private static final PageRequest NEWEST = new PageRequest(1, 20);

    @Override
    protected void build(PlatformSession session) {
        List<ReceivedShare> received = ReceivedCard.received(session, "backtest");
        if (!received.isEmpty()) {
            addClassName("stack");
            add(new ReceivedCard(received, "backtests"));
        }
        if (session.backtests().list(BacktestQuery.ALL, NEWEST).total() == 0) {
            add(Parts.empty(
                    "no-runs",
                    "No backtests yet",
                    "A run that you start is kept here.",
                    new Anchor(".", "New backtest")));
            return;
        }
        Grid<Backtest> grid = grid(session);
        grid.setItems(LazyRows.of(page -> session.backtests().list(BacktestQuery.ALL, page)));
        add(Parts.card(grid));
        follow(() -> session.backtests().list(BacktestQuery.ALL, NEWEST), newest -> {
            if (newest.total() == 0) {
                rebuild();
            } else {
                grid.getDataProvider().refreshAll();
            }
        });
    }

    private Grid<Backtest> grid(PlatformSession session) {
        Grid<Backtest> grid = new Grid<>();
        grid.setId("runs");
        grid.addClassName("clickable");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setHeight("calc(100vh - 9rem)");
        grid.addComponentColumn(RunsPage::name)
                .setHeader("Strategy")
                .setFlexGrow(3)
                .setWidth("11rem");
        grid.addComponentColumn(RunsPage::state)
                .setHeader("Status")
                .setWidth("9rem")
                .setFlexGrow(0);
        grid.addColumn(run -> run.startDate() + " – " + run.endDate())
                .setHeader("Period")
                .setWidth("12.5rem");
        figure(grid, "Return", run -> Figures.change(of(run, BacktestSummary::totalReturn)));
        figure(grid, "Sharpe", run -> Figures.ratio(of(run, BacktestSummary::sharpeRatio)));
        figure(grid, "Drawdown", run -> Figures.percent(of(run, BacktestSummary::maxDrawdown)));
        grid.addColumn(run -> Figures.time(run.createdAt()))
                .setHeader("Started")
                .setWidth("11rem");
        grid.addComponentColumn(run -> actions(session, run))
                .setHeader("")
                .setWidth("6.5rem")
                .setFlexGrow(0);
        grid.addItemClickListener(event -> RunPage.open(event.getItem().backtestId()));
        return grid;
    }

    private static void figure(Grid<Backtest> grid, String header, ValueProvider<Backtest, String> value) {
        grid.addColumn(value)
                .setHeader(header)
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("6rem");
    }

    private static double of(Backtest run, ToDoubleFunction<BacktestSummary> value) {
        return run.summary() == null ? Double.NaN : value.applyAsDouble(run.summary());
    }

    private static Div name(Backtest run) {
        Anchor link = new Anchor("backtests/" + run.backtestId(), run.strategyName());
        return new Div(new Div(link), new Div(Parts.quiet(run.backtestId())));
    }

    private static Div state(Backtest run) {
        Span badge = Parts.status(run.status());
        if (!run.status().ended()) {
            badge.setText(Parts.word(run.status()) + " " + run.progress() + " %");
        }
        Div cell = Parts.box("bar", badge);
        if (RunPanel.isSynthetic(run)) {
            cell.add(Parts.badge("synthetic", "synthetic"));
        }
        return cell;
    }

    private Div actions(PlatformSession session, Backtest run) {
        Div cell = new Div();
        if (run.status().ended()) {
            cell.add(
                    action("repeat", "Reproduce " + run.backtestId(), () -> reproduce(session, run)),
                    action("bin", "Delete " + run.backtestId(), () -> delete(session, run)));
        }
        return cell;
    }

    private static Button action(String icon, String label, Runnable work) {
        Button button = new Button(Icons.of(icon), event -> work.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        button.setAriaLabel(label);
        button.setTooltipText(label);
        return button;
    }

    private static void reproduce(PlatformSession session, Backtest run) {
        Notices.tell(() ->
                RunPage.open(session.backtests().reproduce(run.backtestId()).backtestId()));
    }

    private void delete(PlatformSession session, Backtest run) {
        Parts.confirm("Delete " + run.backtestId() + "?", "Delete", () -> {
            if (Notices.tell(() -> session.backtests().delete(run.backtestId()))) {
                rebuild();
            }
        });
    }
}
