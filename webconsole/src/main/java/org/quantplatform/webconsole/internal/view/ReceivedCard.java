package org.quantplatform.webconsole.internal.view;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.util.List;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.PlatformSession;
import org.quantplatform.api.sharing.ReceivedShare;
import org.quantplatform.webconsole.internal.platform.Figures;

/** What others let the reader see. */
final class ReceivedCard extends Div {

    private static final PageRequest LATEST = new PageRequest(1, PageRequest.MAX_LIMIT);

    /** @param pages address of the pages of single ones */
    ReceivedCard(List<ReceivedShare> received, String pages) {
        addClassName("card");
        setId("received");
        Grid<ReceivedShare> grid = Tables.grid();
        grid.addComponentColumn(share -> new Anchor(pages + "/" + share.id(), share.id()))
                .setHeader("Name")
                .setAutoWidth(true);
        Tables.text(grid, "From", ReceivedShare::owner);
        Tables.text(grid, "Since", share -> Figures.time(share.createdAt()));
        Tables.text(grid, "Until", share -> ShareDialog.until(share.expiresAt()));
        grid.setItems(received);
        add(Parts.bar(new H2("Shared with you")), grid);
    }

    /** Whether the run is another user's. */
    static boolean holds(PlatformSession session, String runId) {
        return received(session, "backtest").stream()
                .anyMatch(share -> share.id().equals(runId));
    }

    /** The latest of a kind, latest first. */
    static List<ReceivedShare> received(PlatformSession session, String kind) {
        return session.shares().received(LATEST).items().stream()
                .filter(share -> share.kind().equals(kind))
                .toList();
    }
}
