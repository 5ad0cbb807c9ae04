package org.quantplatform.webconsole.internal.platform;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import org.quantplatform.api.PlatformSession;
import org.quantplatform.api.users.PasswordChange;
import org.quantplatform.model.QuantException;

/** Changes the password of the user, who then has to log in with the new one, here and everywhere. */
public final class PasswordCard extends Div {

    private final PasswordField current = field("current-password", "Current password");
    private final PasswordField fresh = field("new-password", "New password");
    private final PasswordField again = field("new-password-again", "New password again");
    private final Paragraph refusal = new Paragraph();

    /** @param reason said above the fields, why or what happens */
    public PasswordCard(PlatformSession session, String reason) {
        addClassNames("state", "login");
        setId("password-card");
        Button change = new Button("Change password", event -> change(session));
        change.setId("change-password");
        change.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        change.addClickShortcut(Key.ENTER);
        refusal.setId("password-refusal");
        refusal.getElement().setAttribute("role", "alert");
        add(new H2("Change password"), new Paragraph(reason), current, fresh, again, change, refusal);
    }

    private static PasswordField field(String id, String label) {
        PasswordField field = new PasswordField(label);
        field.setId(id);
        field.getElement().setAttribute("autocomplete", id.startsWith("current") ? "current-password" : "new-password");
        return field;
    }

    private void change(PlatformSession session) {
        if (!fresh.getValue().equals(again.getValue())) {
            refuse("the two new passwords differ");
            return;
        }
        try {
            session.account().changePassword(new PasswordChange(current.getValue(), fresh.getValue()));
        } catch (QuantException e) {
            refuse(String.valueOf(e.getMessage()));
            return;
        }
        UI ui = UI.getCurrent();
        Platform.current().leave(ui.getSession());
        ui.getPage().reload();
    }

    private void refuse(String reason) {
        current.clear();
        refusal.setText(reason);
    }
}
