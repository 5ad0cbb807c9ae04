package org.quantplatform.webconsole.internal.platform;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinServletRequest;
import org.quantplatform.model.QuantException;

/** Asks for name and password; the whole page is loaded anew once they are right. */
final class LoginCard extends Div {

    private final TextField username = new TextField("User name");
    private final PasswordField password = new PasswordField("Password");
    private final Paragraph refusal = new Paragraph();

    LoginCard() {
        addClassNames("state", "login");
        setId("login");
        username.setId("username");
        username.setAutofocus(true);
        username.getElement().setAttribute("autocomplete", "username");
        password.setId("password");
        password.getElement().setAttribute("autocomplete", "current-password");
        Button enter = new Button("Log in", event -> login());
        enter.setId("log-in");
        enter.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        enter.addClickShortcut(Key.ENTER);
        refusal.setId("login-refusal");
        refusal.getElement().setAttribute("role", "alert");
        add(new H2("Log in"), username, password, enter, refusal);
    }

    private void login() {
        UI ui = UI.getCurrent();
        try {
            Platform.current().login(ui.getSession(), username.getValue(), password.getValue());
        } catch (QuantException e) {
            password.clear();
            refusal.setText(String.valueOf(e.getMessage()));
            return;
        }
        // in case somebody had planted the id with which the browser came
        VaadinServletRequest.getCurrent().changeSessionId();
        ui.getPage().reload();
    }
}
