package org.quantplatform.webconsole.internal.view;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import org.quantplatform.api.PlatformSession;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;
import org.quantplatform.webconsole.internal.MainLayout;
import org.quantplatform.webconsole.internal.platform.PlatformPage;

/** The result of one run under an address of its own. */
@Route(value = "backtests/:id", layout = MainLayout.class)
@PageTitle("Backtest result · Quant Platform")
public final class RunPage extends PlatformPage implements BeforeEnterObserver {

    private String id = "";

    static void open(String id) {
        UI.getCurrent().navigate(RunPage.class, new RouteParameters("id", id));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = event.getRouteParameters().get("id").orElse("");
        rebuild();
    }

    @Override
    protected void build(PlatformSession session) {
        try {
            session.backtests().get(id);
            add(new RunPanel(session, id, run -> open(run.backtestId())));
        } catch (QuantException e) {
            if (e.code() != ErrorCode.NOT_FOUND) {
                throw e;
            }
            add(Parts.empty("not-found", "There is no such run", id, new Anchor("backtests", "All backtests")));
        }
    }
}
