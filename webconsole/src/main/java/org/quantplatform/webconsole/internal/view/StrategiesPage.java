package org.quantplatform.webconsole.internal.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.util.List;
import java.util.stream.Collectors;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.PlatformSession;
import org.quantplatform.api.sharing.ReceivedShare;
import org.quantplatform.api.strategies.StoredStrategy;
import org.quantplatform.webconsole.internal.MainLayout;
import org.quantplatform.webconsole.internal.platform.Figures;
import org.quantplatform.webconsole.internal.platform.Icons;
import org.quantplatform.webconsole.internal.platform.LazyRows;
import org.quantplatform.webconsole.internal.platform.Notices;
import org.quantplatform.webconsole.internal.platform.PlatformPage;

/** The caller's stored strategies, and those that others share with him. */
@Route(value = "strategies", layout = MainLayout.class)
@PageTitle("Strategies · Quant Platform")
public final class StrategiesPage extends PlatformPage {

    @Override
    protected void build(PlatformSession session) {
        Button create = new Button("New strategy", Icons.of("plus"), event -> StrategyPage.open(StrategyPage.NEW));
        create.setId("new-strategy");
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Paragraph lead =
                new Paragraph("A strategy is a method with its factors, weights and limits, kept under a name.");
        lead.addClassName("lead");
        Div stack = Parts.box("stack", Parts.bar(lead, create));
        add(stack);
        List<ReceivedShare> received = ReceivedCard.received(session, "strategy");
        if (!received.isEmpty()) {
            stack.add(new ReceivedCard(received, "strategies"));
        }
        if (session.strategies().list(new PageRequest(1, 1)).total() == 0) {
            stack.add(Parts.empty("no-strategies", "No strategies yet", "Make one, or run an ad hoc backtest first."));
            return;
        }
        stack.add(Parts.card(grid(session)));
    }

    private Grid<StoredStrategy> grid(PlatformSession session) {
        Grid<StoredStrategy> grid = new Grid<>();
        grid.setId("strategies");
        grid.addClassName("clickable");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setHeight("calc(100vh - 12rem)");
        grid.addComponentColumn(StrategiesPage::name)
                .setHeader("Name")
                .setWidth("14rem")
                .setFlexGrow(2);
        grid.addColumn(StoredStrategy::plugin).setHeader("Method").setWidth("9rem");
        grid.addColumn(StrategiesPage::factors)
                .setHeader("Factors")
                .setWidth("15rem")
                .setFlexGrow(2);
        grid.addColumn(s -> s.universe().market() == null
                        ? "default"
                        : s.universe().market().name())
                .setHeader("Market")
                .setWidth("6rem");
        grid.addColumn(s -> s.rebalanceFrequency() == null
                        ? "as the method"
                        : s.rebalanceFrequency().toString())
                .setHeader("Rebalance")
                .setWidth("8rem");
        grid.addColumn(s -> Figures.time(s.updatedAt())).setHeader("Changed").setWidth("11rem");
        grid.addComponentColumn(s -> bin(session, s))
                .setHeader("")
                .setWidth("4.5rem")
                .setFlexGrow(0);
        grid.setItems(LazyRows.of(session.strategies()::list));
        grid.addItemClickListener(event -> StrategyPage.open(event.getItem().id()));
        return grid;
    }

    private static Div name(StoredStrategy strategy) {
        Anchor link = new Anchor("strategies/" + strategy.id(), strategy.name());
        return new Div(new Div(link), new Div(Parts.quiet(strategy.description())));
    }

    private static String factors(StoredStrategy strategy) {
        return strategy.factors().stream()
                .map(f -> f.factor() + " " + Figures.plain(f.weight()))
                .collect(Collectors.joining(", "));
    }

    private Button bin(PlatformSession session, StoredStrategy strategy) {
        Button button = new Button(
                Icons.of("bin"),
                event -> Parts.confirm("Delete " + strategy.name() + "?", "Delete", () -> {
                    if (Notices.tell(() -> session.strategies().delete(strategy.id()))) {
                        rebuild();
                    }
                }));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        button.setAriaLabel("Delete " + strategy.name());
        return button;
    }
}
