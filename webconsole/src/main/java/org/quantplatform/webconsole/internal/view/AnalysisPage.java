package org.quantplatform.webconsole.internal.view;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import org.quantplatform.api.PlatformSession;
import org.quantplatform.api.factors.FactorAnalysis;
import org.quantplatform.api.factors.FactorFigures;
import org.quantplatform.api.jobs.JobStatus;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;
import org.quantplatform.webconsole.internal.MainLayout;
import org.quantplatform.webconsole.internal.platform.PlatformPage;

/** What one or more factors foretold. */
@Route(value = "analyses/:id", layout = MainLayout.class)
@PageTitle("Factor analysis · Quant Platform")
public final class AnalysisPage extends PlatformPage implements BeforeEnterObserver {

    private String id = "";

    static void open(String id) {
        UI.getCurrent().navigate(AnalysisPage.class, new RouteParameters("id", id));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = event.getRouteParameters().get("id").orElse("");
        rebuild();
    }

    @Override
    protected void build(PlatformSession session) {
        try {
            show(session, session.factorAnalyses().get(id));
        } catch (QuantException e) {
            if (e.code() != ErrorCode.NOT_FOUND) {
                throw e;
            }
            add(Parts.empty("not-found", "There is no such analysis", id, new Anchor("analyses", "All analyses")));
        }
    }

    private void show(PlatformSession session, FactorAnalysis analysis) {
        Div stack = Parts.box("stack", head(analysis));
        stack.setId("analysis");
        add(stack);
        if (analysis.error() != null) {
            stack.add(Parts.empty("failed", "The analysis failed", analysis.error()));
        }
        if (analysis.status() == JobStatus.COMPLETED) {
            addFigures(session, analysis, stack);
        } else if (!analysis.status().ended()) {
            follow(() -> session.factorAnalyses().get(id).status(), status -> rebuild());
        }
    }

    private void addFigures(PlatformSession session, FactorAnalysis analysis, Div stack) {
        Div figures = new Div();
        figures.addClassName("stack");
        Select<FactorFigures> subject = new Select<>();
        subject.setId("subject");
        subject.setItems(analysis.subjects());
        subject.setItemLabelGenerator(FactorFigures::subject);
        subject.addValueChangeListener(event -> {
            figures.removeAll();
            figures.add(cards(session, event.getValue()));
        });
        if (analysis.subjects().size() > 1) {
            stack.add(Parts.box("bar", subject));
            stack.add(new CorrelationCard(session.factorAnalyses().correlation(id)));
        }
        stack.add(figures);
        subject.setValue(analysis.subjects().get(analysis.subjects().size() - 1));
    }

    private Div cards(PlatformSession session, FactorFigures figures) {
        return figures.dates() == 0
                ? Parts.empty(
                        "no-dates", "Nothing to tell", "On no date are there scores and forward returns of two assets.")
                : new AnalysisCards(session.factorAnalyses(), id, figures);
    }

    private static Div head(FactorAnalysis analysis) {
        Div title = new Div(
                new H2(AnalysesPage.factors(analysis)),
                Parts.quiet(analysis.request().startDate() + " to "
                        + analysis.request().endDate() + " · " + analysis.analysisId()));
        return Parts.card(Parts.bar(title, Parts.status(analysis.status())));
    }
}
