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
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.PlatformSession;
import org.quantplatform.api.searches.Search;
import org.quantplatform.webconsole.internal.MainLayout;
import org.quantplatform.webconsole.internal.platform.Figures;
import org.quantplatform.webconsole.internal.platform.Icons;
import org.quantplatform.webconsole.internal.platform.LazyRows;
import org.quantplatform.webconsole.internal.platform.Notices;
import org.quantplatform.webconsole.internal.platform.PlatformPage;

/** Every search of the caller, latest first. */
@Route(value = "searches", layout = MainLayout.class)
@PageTitle("Searches · Quant Platform")
public final class SearchesPage extends PlatformPage {

    private static final PageRequest NEWEST = new PageRequest(1, 20);

    @Override
    protected void build(PlatformSession session) {
        if (session.searches().list(NEWEST).total() == 0) {
            add(Parts.empty(
                    "no-searches",
                    "No searches yet",
                    "A search that is started on the command line or over the API appears here."));
            return;
        }
        Grid<Search> grid = grid(session);
        grid.setItems(LazyRows.of(session.searches()::list));
        add(Parts.card(grid));
        follow(() -> session.searches().list(NEWEST), newest -> {
            if (newest.total() == 0) {
                rebuild();
            } else {
                grid.getDataProvider().refreshAll();
            }
        });
    }

    private Grid<Search> grid(PlatformSession session) {
        Grid<Search> grid = new Grid<>();
        grid.setId("searches");
        grid.addClassName("clickable");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setHeight("calc(100vh - 9rem)");
        grid.addComponentColumn(SearchesPage::name)
                .setHeader("Search")
                .setWidth("10rem")
                .setFlexGrow(3);
        grid.addColumn(search -> Parts.word(search.kind()).replace("cost sensitivity", "costs"))
                .setHeader("Kind")
                .setWidth("8.5rem");
        grid.addComponentColumn(SearchesPage::state).setHeader("Status").setWidth("8.5rem");
        figure(
                grid,
                "Trials",
                search -> Figures.count(search.trials().finished()) + " of "
                        + Figures.count(search.trials().planned()));
        figure(
                grid,
                "Best",
                search -> Figures.plain(
                        search.best() == null ? Double.NaN : search.best().objective()));
        figure(grid, "Deflated", search -> Figures.percent(search.deflatedSharpeRatio()));
        figure(grid, "Overfit", search -> Figures.percent(search.overfitProbability()));
        grid.addColumn(search -> Figures.time(search.createdAt()))
                .setHeader("Started")
                .setWidth("12rem")
                .setFlexGrow(0);
        grid.addComponentColumn(search -> bin(session, search))
                .setHeader("")
                .setWidth("4.5rem")
                .setFlexGrow(0);
        grid.addItemClickListener(event -> SearchPage.open(event.getItem().searchId()));
        return grid;
    }

    private static void figure(Grid<Search> grid, String header, ValueProvider<Search, String> value) {
        grid.addColumn(value)
                .setHeader(header)
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("6rem");
    }

    private static Div name(Search search) {
        Anchor link = new Anchor("searches/" + search.searchId(), search.name());
        return new Div(new Div(link), new Div(Parts.quiet(search.searchId())));
    }

    private static Span state(Search search) {
        Span badge = Parts.status(search.status());
        if (!search.status().ended()) {
            badge.setText(Parts.word(search.status()) + " " + search.progress() + " %");
        }
        return badge;
    }

    private Div bin(PlatformSession session, Search search) {
        if (!search.status().ended()) {
            return new Div();
        }
        String what = "Delete " + search.searchId();
        Button button = new Button(
                Icons.of("bin"),
                event -> Parts.confirm(what + "?", "Delete", () -> {
                    if (Notices.tell(() -> session.searches().delete(search.searchId()))) {
                        rebuild();
                    }
                }));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        button.setAriaLabel(what);
        return new Div(button);
    }
}
