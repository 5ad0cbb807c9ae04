package org.quantplatform.webconsole.internal.view;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import org.quantplatform.api.PlatformSession;
import org.quantplatform.api.jobs.JobStatus;
import org.quantplatform.api.searches.HeatMapQuery;
import org.quantplatform.api.searches.Search;
import org.quantplatform.api.searches.SearchKind;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;
import org.quantplatform.webconsole.internal.MainLayout;
import org.quantplatform.webconsole.internal.platform.Figures;
import org.quantplatform.webconsole.internal.platform.Notices;
import org.quantplatform.webconsole.internal.platform.PlatformPage;

/** One search: how far it is, what it found, and how much of that is luck. */
@Route(value = "searches/:id", layout = MainLayout.class)
@PageTitle("Search · Quant Platform")
public final class SearchPage extends PlatformPage implements BeforeEnterObserver {

    private String id = "";

    static void open(String id) {
        UI.getCurrent().navigate(SearchPage.class, new RouteParameters("id", id));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = event.getRouteParameters().get("id").orElse("");
        rebuild();
    }

    @Override
    protected void build(PlatformSession session) {
        try {
            show(session, session.searches().get(id));
        } catch (QuantException e) {
            if (e.code() != ErrorCode.NOT_FOUND) {
                throw e;
            }
            add(Parts.empty("not-found", "There is no such search", id, new Anchor("searches", "All searches")));
        }
    }

    private void show(PlatformSession session, Search search) {
        Div stack = Parts.box("stack", head(session, search));
        stack.setId("search");
        add(stack);
        if (search.error() != null) {
            stack.add(Parts.empty("failed", "The search failed", search.error()));
        }
        if (search.robustness() != null) {
            stack.add(new RobustnessCard(search.robustness()));
        }
        if (search.walkForward() != null) {
            stack.add(
                    new WalkForwardCard(search.walkForward(), session.searches().outOfSample(id)));
        }
        if (search.costSensitivity() != null) {
            stack.add(new CostsCard(search.costSensitivity()));
        }
        boolean plane = search.request().space().size() > 1 && search.kind() != SearchKind.WALK_FORWARD;
        if (plane && search.status() == JobStatus.COMPLETED) {
            stack.add(new HeatMapCard(session.searches().heatMap(id, HeatMapQuery.DEFAULT)));
        }
        stack.add(new TrialsCard(session.searches(), search));
        if (!search.status().ended()) {
            follow(
                    () -> session.searches().get(id).trials().finished() + " "
                            + session.searches().get(id).status(),
                    changed -> rebuild());
        }
    }

    private Div head(PlatformSession session, Search search) {
        Div title = new Div(new H2(search.name()), Parts.quiet(Parts.word(search.kind()) + " · " + search.searchId()));
        Div bar = Parts.bar(title);
        bar.add(
                Parts.quiet(Figures.count(search.trials().finished()) + " of "
                        + Figures.count(search.trials().planned()) + " trials"),
                Parts.status(search.status()));
        if (!search.status().ended()) {
            Button cancel = new Button(
                    "Cancel", event -> Notices.tell(() -> session.searches().cancel(id)));
            cancel.setId("cancel");
            bar.add(cancel);
        }
        return Parts.card(bar);
    }
}
