package org.quantplatform.webconsole.internal.platform;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.shared.Registration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.PlatformSession;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;

/** A page that needs the platform: shows that it is starting until it answers, then its own content. */
public abstract class PlatformPage extends Div {

    private final List<Registration> watches = new ArrayList<>();
    private @Nullable Registration knocking;
    private boolean built;

    protected PlatformPage() {
        addClassName("page");
    }

    /** Fills the page, which is empty; called anew when the page was left and is shown again. */
    protected abstract void build(PlatformSession session);

    /** Follows a value of the platform while the page is shown; {@code read} runs outside of the page's lock. */
    protected final <T> void follow(Supplier<T> read, Consumer<T> changed) {
        watches.add(Platform.current().pulse().watch(UI.getCurrent(), read, changed));
    }

    /** Builds the page anew, because it shall show something else. */
    protected final void rebuild() {
        getUI().ifPresent(ui -> {
            stopWatching();
            built = false;
            enter(ui);
        });
    }

    @Override
    protected void onAttach(AttachEvent event) {
        enter(event.getUI());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stopKnocking();
        stopWatching();
        built = false;
    }

    private void enter(UI ui) {
        Door door = Platform.current().enter(ui.getSession());
        removeAll();
        if (door instanceof Door.Open open) {
            tryToBuild(ui, open.session());
            return;
        }
        if (door instanceof Door.Shut) {
            add(new LoginCard());
            return;
        }
        if (door instanceof Door.Refused refused) {
            show("refused", "You cannot come in", refused.reason());
            return;
        }
        waitFor(ui);
    }

    private void tryToBuild(UI ui, PlatformSession session) {
        try {
            build(session);
            built = true;
            stopKnocking();
            watches.add(Platform.current().pulse().every(() -> checkLogin(ui, session)));
        } catch (QuantException e) {
            boolean ended = e.code() == ErrorCode.UNAUTHENTICATED;
            if (e.code() == ErrorCode.FORBIDDEN) {
                refuse(session, e);
                return;
            }
            if (!ended && !Platform.isAway(e)) {
                throw e;
            }
            stopWatching();
            removeAll();
            if (ended) {
                askForLogin(ui);
                return;
            }
            waitFor(ui);
        }
    }

    private void askForLogin(UI ui) {
        stopWatching();
        removeAll();
        Platform.current().leave(ui.getSession());
        add(new LoginCard());
    }

    /** Who has a password that serves only to be changed has no roles until then. */
    private void refuse(PlatformSession session, QuantException e) {
        stopWatching();
        removeAll();
        if (session.identity().roles().isEmpty()) {
            add(new PasswordCard(session, "Your password serves only to be changed. Log in with the new one then."));
            return;
        }
        show("refused", "This is not for you to see", String.valueOf(e.getMessage()));
    }

    /** Runs outside of the page's lock; a page whose user is out shows nothing any more. */
    private void checkLogin(UI ui, PlatformSession session) {
        try {
            session.account();
        } catch (QuantException e) {
            if (e.code() == ErrorCode.UNAUTHENTICATED) {
                Pulse.access(ui, () -> {
                    if (built && isAttached()) {
                        built = false;
                        askForLogin(ui);
                    }
                });
            }
        }
    }

    private void waitFor(UI ui) {
        show("starting", "The platform is starting", "This page appears by itself as soon as it is ready.");
        if (knocking == null) {
            knocking = Platform.current()
                    .pulse()
                    .every(() -> Pulse.access(ui, () -> {
                        if (!built && isAttached()) {
                            enter(ui);
                        }
                    }));
        }
    }

    private void show(String id, String title, String text) {
        Div mark = new Div();
        mark.addClassName("state-mark");
        Div state = new Div(mark, new H2(title), new Paragraph(text));
        state.addClassNames("state", id);
        state.setId(id);
        state.getElement().setAttribute("role", "status");
        add(state);
    }

    private void stopKnocking() {
        if (knocking != null) {
            knocking.remove();
            knocking = null;
        }
    }

    private void stopWatching() {
        watches.forEach(Registration::remove);
        watches.clear();
    }
}
