package org.quantplatform.webconsole.internal.view;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.util.List;
import java.util.stream.Collectors;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.PlatformSession;
import org.quantplatform.api.factors.FactorAnalysis;
import org.quantplatform.api.factors.FactorChoice;
import org.quantplatform.webconsole.internal.MainLayout;
import org.quantplatform.webconsole.internal.platform.Figures;
import org.quantplatform.webconsole.internal.platform.LazyRows;
import org.quantplatform.webconsole.internal.platform.PlatformPage;

/** Every analysis of factors of the caller, latest first. */
@Route(value = "analyses", layout = MainLayout.class)
@PageTitle("Factor analyses · Quant Platform")
public final class AnalysesPage extends PlatformPage {

    private static final PageRequest NEWEST = new PageRequest(1, 20);

    @Override
    protected void build(PlatformSession session) {
        if (session.factorAnalyses().list(NEWEST).total() == 0) {
            add(Parts.empty(
                    "no-analyses",
                    "No analyses yet",
                    "An analysis tells what a factor foretold: choose one among the factors.",
                    new Anchor("factors", "Factors")));
            return;
        }
        Grid<FactorAnalysis> grid = grid();
        grid.setItems(LazyRows.of(session.factorAnalyses()::list));
        add(Parts.card(grid));
        follow(() -> session.factorAnalyses().list(NEWEST), newest -> grid.getDataProvider()
                .refreshAll());
    }

    private static Grid<FactorAnalysis> grid() {
        Grid<FactorAnalysis> grid = new Grid<>();
        grid.setId("analyses");
        grid.addClassName("clickable");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setHeight("calc(100vh - 9rem)");
        grid.addComponentColumn(AnalysesPage::name).setHeader("Factors").setFlexGrow(3);
        grid.addComponentColumn(AnalysesPage::state)
                .setHeader("Status")
                .setWidth("9rem")
                .setFlexGrow(0);
        grid.addColumn(a -> a.request().startDate() + " – " + a.request().endDate())
                .setHeader("Period")
                .setWidth("14rem")
                .setFlexGrow(0);
        grid.addColumn(a -> Figures.time(a.createdAt()))
                .setHeader("Started")
                .setWidth("11rem")
                .setFlexGrow(0);
        grid.addItemClickListener(event -> AnalysisPage.open(event.getItem().analysisId()));
        return grid;
    }

    private static Div name(FactorAnalysis analysis) {
        Anchor link = new Anchor("analyses/" + analysis.analysisId(), factors(analysis));
        return new Div(new Div(link), new Div(Parts.quiet(analysis.analysisId())));
    }

    static String factors(FactorAnalysis analysis) {
        List<FactorChoice> chosen = analysis.request().factors();
        return chosen == null
                ? "–"
                : chosen.stream().map(choice -> String.valueOf(choice.factor())).collect(Collectors.joining(", "));
    }

    private static Span state(FactorAnalysis analysis) {
        Span badge = Parts.status(analysis.status());
        if (!analysis.status().ended()) {
            badge.setText(Parts.word(analysis.status()) + " " + analysis.progress() + " %");
        }
        return badge;
    }
}
