package org.quantplatform.webconsole.internal.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.quantplatform.api.PlatformSession;
import org.quantplatform.api.data.MarketInfo;
import org.quantplatform.api.plugins.PluginInfo;
import org.quantplatform.model.PluginKind;
import org.quantplatform.webconsole.internal.MainLayout;
import org.quantplatform.webconsole.internal.platform.Catalogue;
import org.quantplatform.webconsole.internal.platform.Icons;
import org.quantplatform.webconsole.internal.platform.Notices;
import org.quantplatform.webconsole.internal.platform.PlatformPage;

/** The factors that may be used, by family. */
@Route(value = "factors", layout = MainLayout.class)
@PageTitle("Factors · Quant Platform")
public final class FactorsPage extends PlatformPage {

    private static final String FAMILY_PREFIX = "factor.";

    private List<PluginInfo> factors = List.of();

    @Override
    protected void build(PlatformSession session) {
        Paragraph lead =
                new Paragraph("A factor scores every asset on every day; of each, higher is meant to be better.");
        lead.addClassName("lead");
        TextField search = new TextField();
        search.setId("factor-search");
        search.setPlaceholder("Name or family");
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.EAGER);
        Span total = Parts.quiet("");
        total.setId("factor-count");
        total.getElement().setAttribute("role", "status");
        Grid<PluginInfo> grid = grid(session);
        Runnable show = () -> show(grid, total, search.getValue());
        search.addValueChangeListener(event -> show.run());
        add(Parts.box("stack", Parts.bar(lead, new Anchor("analyses", "Analyses"), search, total), Parts.card(grid)));
        follow(() -> sorted(session), changed -> {
            factors = changed;
            show.run();
        });
        factors = sorted(session);
        show.run();
    }

    private static List<PluginInfo> sorted(PlatformSession session) {
        return Catalogue.active(session, PluginKind.FACTOR).stream()
                .sorted(Comparator.comparing(FactorsPage::family).thenComparing(PluginInfo::id))
                .toList();
    }

    private void show(Grid<PluginInfo> grid, Span total, String wanted) {
        String words = wanted.strip().toLowerCase(Locale.ROOT);
        List<PluginInfo> found = factors.stream()
                .filter(p -> (p.title() + " " + p.id() + " " + family(p))
                        .toLowerCase(Locale.ROOT)
                        .contains(words))
                .toList();
        grid.setItems(found);
        total.setText(found.size() + " of " + factors.size() + " factors");
    }

    /** The last part of the bundle's name, such as {@code low-volatility}; the whole name of a bundle named otherwise. */
    static String family(PluginInfo plugin) {
        String name = plugin.bundle().symbolicName();
        int at = name.indexOf(FAMILY_PREFIX);
        return at < 0 ? name : name.substring(at + FAMILY_PREFIX.length());
    }

    private static Grid<PluginInfo> grid(PlatformSession session) {
        Grid<PluginInfo> grid = new Grid<>();
        grid.setId("factors");
        grid.addClassName("clickable");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setHeight("calc(100vh - 12rem)");
        grid.addComponentColumn(FactorsPage::name)
                .setHeader("Factor")
                .setWidth("15rem")
                .setFlexGrow(2);
        grid.addColumn(FactorsPage::family).setHeader("Family").setWidth("9rem").setFlexGrow(0);
        grid.addColumn(FactorsPage::parameters)
                .setHeader("Parameters")
                .setWidth("14rem")
                .setFlexGrow(3);
        grid.addColumn(p -> p.bundle().version())
                .setHeader("Version")
                .setWidth("6.5rem")
                .setFlexGrow(0);
        grid.addComponentColumn(p -> analyse(session, p))
                .setHeader("")
                .setWidth("4.5rem")
                .setFlexGrow(0);
        grid.setItemDetailsRenderer(new ComponentRenderer<>(PluginFacts::new));
        return grid;
    }

    private static Button analyse(PlatformSession session, PluginInfo plugin) {
        Button button = new Button(Icons.of("play"), event -> {
            List<MarketInfo> markets =
                    session.data().markets().stream().filter(m -> m.bars() > 0).toList();
            if (markets.isEmpty()) {
                Notices.done("There is no market data yet");
            } else {
                new AnalysisDialog(session, plugin.id(), markets).open();
            }
        });
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        button.setAriaLabel("Analyse " + plugin.id());
        button.setTooltipText("Analyse " + plugin.id());
        return button;
    }

    private static Div name(PluginInfo plugin) {
        Span id = Parts.quiet(plugin.id());
        id.addClassName("mono");
        return new Div(new Div(plugin.title()), new Div(id));
    }

    private static String parameters(PluginInfo plugin) {
        return plugin.parameters().stream()
                .map(p -> p.name() + " " + p.defaultValue())
                .collect(Collectors.joining(", "));
    }
}
