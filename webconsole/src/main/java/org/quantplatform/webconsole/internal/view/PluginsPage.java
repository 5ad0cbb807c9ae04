package org.quantplatform.webconsole.internal.view;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.util.List;
import org.quantplatform.api.PlatformSession;
import org.quantplatform.api.plugins.PluginInfo;
import org.quantplatform.model.QuantException;
import org.quantplatform.webconsole.internal.MainLayout;
import org.quantplatform.webconsole.internal.platform.Catalogue;
import org.quantplatform.webconsole.internal.platform.Figures;
import org.quantplatform.webconsole.internal.platform.Icons;
import org.quantplatform.webconsole.internal.platform.Notices;
import org.quantplatform.webconsole.internal.platform.Platform;
import org.quantplatform.webconsole.internal.platform.PlatformPage;
import org.quantplatform.webconsole.internal.platform.Pulse;

/** What is plugged in, as it comes and goes. */
@Route(value = "plugins", layout = MainLayout.class)
@PageTitle("Plug-ins · Quant Platform")
public final class PluginsPage extends PlatformPage {

    @Override
    protected void build(PlatformSession session) {
        Paragraph lead = new Paragraph("Drop a plug-in's jar into the server's deploy folder and it appears here. "
                + "One that fails its tests is quarantined with the reason.");
        lead.addClassName("lead");
        Span total = Parts.quiet("");
        total.setId("plugin-count");
        total.getElement().setAttribute("role", "status");
        Grid<PluginInfo> grid = grid(session);
        add(Parts.box("stack", Parts.bar(lead, total), Parts.card(grid)));
        follow(() -> Catalogue.all(session), plugins -> {
            grid.setItems(plugins);
            total.setText(summary(plugins));
        });
        List<PluginInfo> plugins = Catalogue.all(session);
        grid.setItems(plugins);
        total.setText(summary(plugins));
    }

    private static String summary(List<PluginInfo> plugins) {
        long active = plugins.stream()
                .filter(p -> p.status() == PluginInfo.Status.ACTIVE)
                .count();
        long quarantined = plugins.stream()
                .filter(p -> p.status() == PluginInfo.Status.QUARANTINED)
                .count();
        return active + " active, " + quarantined + " quarantined";
    }

    private static Grid<PluginInfo> grid(PlatformSession session) {
        Grid<PluginInfo> grid = new Grid<>();
        grid.setId("plugins");
        grid.addClassName("clickable");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setAllRowsVisible(true);
        grid.addColumn(p -> Parts.word(p.kind()))
                .setHeader("Kind")
                .setWidth("6.5rem")
                .setFlexGrow(0);
        grid.addComponentColumn(PluginsPage::name)
                .setHeader("Plug-in")
                .setWidth("15rem")
                .setFlexGrow(2);
        grid.addComponentColumn(PluginsPage::state)
                .setHeader("Status")
                .setWidth("14rem")
                .setFlexGrow(3);
        grid.addColumn(p -> p.bundle().version())
                .setHeader("Version")
                .setWidth("6.5rem")
                .setFlexGrow(0);
        grid.addColumn(p -> Figures.time(p.since()))
                .setHeader("Since")
                .setWidth("11rem")
                .setFlexGrow(0);
        grid.addComponentColumn(p -> verify(session, p))
                .setHeader("")
                .setWidth("4.5rem")
                .setFlexGrow(0);
        grid.setItemDetailsRenderer(new ComponentRenderer<>(PluginFacts::new));
        return grid;
    }

    private static Div name(PluginInfo plugin) {
        Span id = Parts.quiet(plugin.id());
        id.addClassName("mono");
        Div cell = new Div(new Div(plugin.title()), new Div(id));
        cell.getElement().setAttribute("data-plugin", plugin.kind().code() + "/" + plugin.id());
        return cell;
    }

    private static Div state(PluginInfo plugin) {
        String look =
                switch (plugin.status()) {
                    case ACTIVE -> "good";
                    case QUARANTINED -> "bad";
                    case PROBATION -> "busy";
                };
        Div cell = new Div(Parts.badge(Parts.word(plugin.status()), look));
        if (plugin.reason() != null) {
            cell.add(new Div(Parts.quiet(plugin.reason())));
        }
        return cell;
    }

    private static Button verify(PlatformSession session, PluginInfo plugin) {
        Button button = new Button(Icons.of("repeat"), event -> probe(event.getSource(), session, plugin));
        button.setDisableOnClick(true);
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        button.setAriaLabel("Test " + plugin.id() + " again");
        button.setTooltipText("Test it again");
        return button;
    }

    // the probe may take seconds, in which the page must stay usable
    private static void probe(Button button, PlatformSession session, PluginInfo plugin) {
        UI ui = UI.getCurrent();
        Platform.current().pulse().later(() -> {
            try {
                PluginInfo outcome = session.plugins().verify(plugin.kind(), plugin.id());
                String text = outcome.id() + " is " + Parts.word(outcome.status());
                Pulse.access(ui, () -> Notices.done(text));
            } catch (QuantException e) {
                Pulse.access(ui, () -> Notices.refused(e));
            } finally {
                Pulse.access(ui, () -> button.setEnabled(true));
            }
        });
    }
}
