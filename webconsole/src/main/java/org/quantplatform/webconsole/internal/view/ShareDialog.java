package org.quantplatform.webconsole.internal.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.PlatformSession;
import org.quantplatform.api.backtests.Backtest;
import org.quantplatform.api.jobs.JobStatus;
import org.quantplatform.api.sharing.Share;
import org.quantplatform.api.sharing.ShareRequest;
import org.quantplatform.api.sharing.Shares;
import org.quantplatform.api.strategies.StoredStrategy;
import org.quantplatform.model.Role;
import org.quantplatform.webconsole.internal.platform.Figures;
import org.quantplatform.webconsole.internal.platform.Icons;
import org.quantplatform.webconsole.internal.platform.Notices;

/** Lets others read something, shows who may, and takes it back. */
final class ShareDialog extends Dialog {

    private static final int DAYS_OF_A_LINK = 7;
    private static final int LONGEST_DAYS = 365;

    private final Shares shares;
    private final String kind;
    private final String id;
    private final Function<ShareRequest, Share> share;
    private final Grid<Share> grid = Tables.grid();
    private final Div made = new Div();

    private ShareDialog(Shares shares, String kind, String id, String name, Function<ShareRequest, Share> share) {
        this.shares = shares;
        this.kind = kind;
        this.id = id;
        this.share = share;
        setHeaderTitle("Share " + name);
        setWidth("42rem");
        prepareGrid();
        Button close = new Button("Close", event -> close());
        close.setId("close-share");
        getFooter().add(close);
        refresh();
    }

    /** A button that opens the dialog for a run of the reader's own; nothing for who may not share. */
    static List<Component> buttonFor(PlatformSession session, Backtest run) {
        Shares shares = session.shares();
        String runId = run.backtestId();
        return button(session, () -> {
            ShareDialog dialog = new ShareDialog(
                    shares, "backtest", runId, run.strategyName(), request -> shares.shareBacktest(runId, request));
            dialog.add(dialog.withUser("A user who may read the run and its results"));
            if (run.status() == JobStatus.COMPLETED) {
                dialog.add(dialog.byLink());
            }
            dialog.add(dialog.made, dialog.grid);
            return dialog;
        });
    }

    /** A button that opens the dialog for a strategy of the reader's own; nothing for who may not share. */
    static List<Component> buttonFor(PlatformSession session, StoredStrategy strategy) {
        Shares shares = session.shares();
        return button(session, () -> {
            ShareDialog dialog = new ShareDialog(
                    shares,
                    "strategy",
                    strategy.id(),
                    strategy.name(),
                    request -> shares.shareStrategy(strategy.id(), request));
            dialog.add(dialog.withUser("A user who may read the strategy and run it"), dialog.grid);
            return dialog;
        });
    }

    private static List<Component> button(PlatformSession session, Supplier<ShareDialog> dialog) {
        if (Set.of(Role.VIEWER).containsAll(session.identity().roles())) {
            return List.of();
        }
        Button button = new Button(
                "Share",
                Icons.of("share"),
                event -> Notices.tell(() -> dialog.get().open()));
        button.setId("share");
        return List.of(button);
    }

    private Div withUser(String explanation) {
        TextField user = new TextField("User name");
        user.setId("share-user");
        IntegerField days = days("share-user-days", null, "for good");
        Button give = new Button("Share", event -> {
            if (shared(new ShareRequest(user.getValue().strip(), days.getValue())) != null) {
                user.clear();
            }
        });
        give.setId("share-with-user");
        give.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return section("With a user", explanation, user, days, give);
    }

    private Div byLink() {
        IntegerField days = days("share-link-days", DAYS_OF_A_LINK, "");
        Button make = new Button("Make a link", event -> {
            Share link = shared(new ShareRequest(null, days.getValue()));
            if (link != null) {
                tellOnce(link);
            }
        });
        make.setId("make-link");
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return section(
                "By a link",
                "Whoever has the link sees figures and equity curve without a login; no positions, trades or settings",
                days,
                make);
    }

    private static IntegerField days(String id, @Nullable Integer usual, String placeholder) {
        IntegerField days = new IntegerField("Days");
        days.setId(id);
        days.setMin(1);
        days.setMax(LONGEST_DAYS);
        days.setValue(usual);
        days.setPlaceholder(placeholder);
        days.setWidth("7rem");
        return days;
    }

    private static Div section(String title, String explanation, Component... fields) {
        Paragraph text = new Paragraph(explanation + ".");
        text.addClassName("quiet");
        Div line = Parts.box("share-line", fields);
        return Parts.box("group", new H3(title), text, line);
    }

    /** Null when it was refused, which the reader has been told then. */
    private @Nullable Share shared(ShareRequest request) {
        List<Share> done = new ArrayList<>();
        if (Notices.tell(() -> done.add(share.apply(request)))) {
            refresh();
            return done.get(0);
        }
        return null;
    }

    private void tellOnce(Share link) {
        String path = String.valueOf(link.path());
        String page = "shared/" + path.substring(path.lastIndexOf('/') + 1);
        TextField address = new TextField("The link is shown once: keep it now");
        address.setId("share-link");
        address.setReadOnly(true);
        address.setAutoselect(true);
        address.setWidthFull();
        // only the browser knows by which name it reached the server
        address.getElement().executeJs("this.value = new URL($0, document.baseURI).href", page);
        Anchor open = new Anchor(page, "Open it");
        open.setTarget("_blank");
        made.removeAll();
        made.add(address, open);
    }

    private void prepareGrid() {
        grid.setId("shares");
        Tables.text(grid, "Shared with", each -> each.username() == null ? "a link" : each.username());
        Tables.text(grid, "Since", each -> Figures.time(each.createdAt()));
        Tables.text(grid, "Until", each -> until(each.expiresAt()));
        grid.addComponentColumn(this::revoke).setHeader("").setWidth("7rem").setFlexGrow(0);
    }

    static String until(@Nullable Instant end) {
        return end == null ? "it is revoked" : Figures.time(end);
    }

    private Button revoke(Share given) {
        Button button = new Button("Revoke", event -> {
            Notices.tell(() -> shares.revoke(given.shareId()));
            made.removeAll();
            refresh();
        });
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.setAriaLabel("Revoke " + (given.username() == null ? "the link" : given.username()));
        return button;
    }

    private void refresh() {
        List<Share> given = new ArrayList<>();
        boolean more = true;
        for (int number = 1; more; number++) {
            Page<Share> page = shares.list(new PageRequest(number, PageRequest.MAX_LIMIT));
            page.items().stream()
                    .filter(each ->
                            each.kind().equals(kind) && each.resourceId().equals(id))
                    .forEach(given::add);
            more = page.hasMore();
        }
        grid.setItems(given);
        grid.setVisible(!given.isEmpty());
    }
}
