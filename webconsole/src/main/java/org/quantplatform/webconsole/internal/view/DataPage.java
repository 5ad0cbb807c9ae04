package org.quantplatform.webconsole.internal.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.util.List;
import java.util.Objects;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.PlatformSession;
import org.quantplatform.api.data.ImportReport;
import org.quantplatform.api.data.ImportRequest;
import org.quantplatform.api.data.MarketInfo;
import org.quantplatform.webconsole.internal.MainLayout;
import org.quantplatform.webconsole.internal.platform.Figures;
import org.quantplatform.webconsole.internal.platform.Icons;
import org.quantplatform.webconsole.internal.platform.Notices;
import org.quantplatform.webconsole.internal.platform.PlatformPage;

/** What is stored of each market, and how it came in. */
@Route(value = "data", layout = MainLayout.class)
@PageTitle("Data · Quant Platform")
public final class DataPage extends PlatformPage {

    private static final PageRequest LATEST = new PageRequest(1, 20);

    private final Div markets = Parts.box("columns");
    private final Div running = new Div();
    private final Grid<ImportReport> imports = new Grid<>();
    private final Button demo = new Button("Load demo market", Icons.of("load"));
    private Runnable load = () -> {};

    public DataPage() {
        demo.setId("load-demo");
        demo.addClickListener(event -> Notices.tell(load));
        demo.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        markets.setId("markets");
        running.setId("import-progress");
        imports.setId("imports");
        imports.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        imports.setSelectionMode(Grid.SelectionMode.NONE);
        imports.setAllRowsVisible(true);
        imports.addColumn(report -> Figures.time(report.createdAt()))
                .setHeader("Started")
                .setWidth("11rem");
        imports.addColumn(ImportReport::source).setHeader("Source").setWidth("6rem");
        imports.addComponentColumn(DataPage::state).setHeader("Status").setWidth("9rem");
        count("Received", ImportReport::received);
        count("Stored", ImportReport::stored);
        count("Unchanged", ImportReport::unchanged);
        count("Revised", ImportReport::revised);
        count("Flagged", ImportReport::flagged);
        count("Refused", ImportReport::refused);
    }

    private void count(String header, ValueProvider<ImportReport, Long> value) {
        imports.addColumn(report -> Figures.count(value.apply(report)))
                .setHeader(header)
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("6.5rem");
    }

    private static Span state(ImportReport report) {
        Span badge = Parts.status(report.status());
        badge.setTitle(Objects.requireNonNullElse(report.error(), ""));
        return badge;
    }

    @Override
    protected void build(PlatformSession session) {
        load = () -> session.data().importData(ImportRequest.ofSource("demo"), List.of());
        Paragraph lead =
                new Paragraph("Daily prices by market. The demo market is synthetic: generated, not observed.");
        lead.addClassName("lead");
        showMarkets(session.data().markets());
        add(Parts.box(
                "stack", Parts.bar(lead, demo), running, markets, Parts.card(Parts.bar(new H2("Imports")), imports)));
        showImports(session, session.data().imports(LATEST).items());
        follow(() -> session.data().imports(LATEST).items(), latest -> showImports(session, latest));
    }

    private void showImports(PlatformSession session, List<ImportReport> latest) {
        boolean wasBusy = running.getChildren().findAny().isPresent();
        running.removeAll();
        latest.stream()
                .filter(report -> !report.status().ended())
                .map(DataPage::progress)
                .forEach(running::add);
        boolean busy = running.getChildren().findAny().isPresent();
        demo.setEnabled(!busy);
        imports.setItems(latest);
        if (wasBusy && !busy) {
            showMarkets(session.data().markets());
            tell(latest.get(0));
        }
    }

    private static void tell(ImportReport report) {
        if (report.error() != null) {
            Notices.failed("The import failed: " + report.error());
            return;
        }
        Notices.done("Import finished: " + Figures.count(report.stored()) + " rows stored");
    }

    private static Div progress(ImportReport report) {
        ProgressBar bar = new ProgressBar(0, 100, Math.min(100, Math.max(0, report.progress())));
        bar.setIndeterminate(report.progress() == 0);
        Span rows = Parts.number(Figures.count(report.received()) + " rows read");
        Div line = Parts.box("progress-line", new Span("Importing " + report.source()), rows);
        line.getElement().setAttribute("role", "status");
        return Parts.card(line, bar);
    }

    private void showMarkets(List<MarketInfo> list) {
        markets.removeAll();
        list.stream().filter(m -> m.instruments() > 0).map(DataPage::market).forEach(markets::add);
        if (markets.getChildren().findAny().isEmpty()) {
            markets.add(Parts.empty("no-markets", "There is no market data yet", "Load the demo market to begin."));
        }
    }

    private static Div market(MarketInfo info) {
        Span name = new Span(info.market() + " · " + info.exchange());
        name.getElement().getStyle().set("font-weight", "650");
        Div head = Parts.bar(name);
        if (info.synthetic() > 0) {
            head.add(Parts.synthetic(info));
        }
        Anchor use = new Anchor(".", "Run a backtest");
        Div card = Parts.card(
                head,
                new Div(Parts.number(Figures.count(info.instruments()) + " instruments")),
                new Div(Parts.number(Figures.count(info.bars()) + " daily bars")),
                new Div(Parts.quiet(info.firstDate() + " to " + info.lastDate() + " · " + info.currency())),
                use);
        card.addClassName("market");
        card.getElement().setAttribute("data-market", info.market().name());
        return card;
    }
}
