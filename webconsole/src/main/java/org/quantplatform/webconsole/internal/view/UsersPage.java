package org.quantplatform.webconsole.internal.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.PlatformSession;
import org.quantplatform.api.users.IssuedPassword;
import org.quantplatform.api.users.NewUser;
import org.quantplatform.api.users.UserAccount;
import org.quantplatform.api.users.Users;
import org.quantplatform.model.Role;
import org.quantplatform.webconsole.internal.MainLayout;
import org.quantplatform.webconsole.internal.platform.Figures;
import org.quantplatform.webconsole.internal.platform.LazyRows;
import org.quantplatform.webconsole.internal.platform.Notices;
import org.quantplatform.webconsole.internal.platform.PlatformPage;

/** Who may use the platform, for administrators. */
@Route(value = "users", layout = MainLayout.class)
@PageTitle("Users · Quant Platform")
public final class UsersPage extends PlatformPage {

    @Override
    protected void build(PlatformSession session) {
        Users users = session.users();
        // asked for here, so that who may not see it is told at once
        users.list(new PageRequest(1, 1));
        Grid<UserAccount> grid = grid(session);
        grid.setItems(LazyRows.of(page -> session.users().list(page)));
        Paragraph lead = new Paragraph(
                "A new user gets a password that is told once, serves for a day, and only to be changed.");
        lead.addClassName("lead");
        Button create = new Button("New user", event -> create(session, grid));
        create.setId("new-user");
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(Parts.box("stack", Parts.bar(lead, create), Parts.card(grid)));
    }

    private static Grid<UserAccount> grid(PlatformSession session) {
        Grid<UserAccount> grid = new Grid<>();
        grid.setId("users");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setHeight("calc(100vh - 13rem)");
        grid.addComponentColumn(UsersPage::name).setHeader("User").setWidth("9rem");
        grid.addColumn(user -> user.email() == null ? "" : user.email())
                .setHeader("E-mail")
                .setWidth("10rem");
        grid.addComponentColumn(user -> role(session, grid, user))
                .setHeader("Role")
                .setWidth("9rem")
                .setFlexGrow(0);
        grid.addComponentColumn(UsersPage::state)
                .setHeader("Status")
                .setWidth("11rem")
                .setFlexGrow(0);
        grid.addColumn(user -> user.lastLogin() == null ? "never" : Figures.time(user.lastLogin()))
                .setHeader("Last login")
                .setWidth("12rem");
        grid.addComponentColumn(user -> actions(session, grid, user))
                .setHeader("")
                .setWidth("12rem")
                .setFlexGrow(0);
        return grid;
    }

    private static Span name(UserAccount user) {
        Span name = new Span(user.username());
        name.getElement().setAttribute("data-user", user.username());
        return name;
    }

    private static Div state(UserAccount user) {
        Div cell = new Div(user.active() ? Parts.badge("active", "good") : Parts.badge("deactivated", "bad"));
        if (user.passwordChangeRequired()) {
            cell.add(Parts.badge("new password", "busy"));
        }
        return cell;
    }

    private static Select<Role> roles(Role role) {
        Select<Role> select = new Select<>();
        select.setItems(Role.values());
        select.setItemLabelGenerator(Parts::word);
        select.setValue(role);
        return select;
    }

    private static Select<Role> role(PlatformSession session, Grid<UserAccount> grid, UserAccount user) {
        Select<Role> select = roles(user.role());
        select.setWidth("8rem");
        select.getElement().setAttribute("aria-label", "Role of " + user.username());
        select.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                Notices.tell(() -> {
                    session.users().setRole(user.username(), event.getValue());
                    Notices.done(user.username() + " has the role " + Parts.word(event.getValue()));
                });
                grid.getDataProvider().refreshAll();
            }
        });
        return select;
    }

    private static Div actions(PlatformSession session, Grid<UserAccount> grid, UserAccount user) {
        Button reset = new Button(
                "Reset",
                event -> Parts.confirm(
                        "Reset the password of " + user.username() + "?",
                        "Reset",
                        () -> issue(grid, () -> session.users().reset(user.username()))));
        Button turn = user.active()
                ? new Button(
                        "Deactivate",
                        event -> Parts.confirm(
                                "Deactivate " + user.username() + "?",
                                "Deactivate",
                                () -> change(grid, () -> session.users().deactivate(user.username()))))
                : new Button(
                        "Activate", event -> change(grid, () -> session.users().activate(user.username())));
        for (Button button : new Button[] {turn, reset}) {
            button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            button.setAriaLabel(button.getText() + " " + user.username());
        }
        return new Div(turn, reset);
    }

    private static void change(Grid<UserAccount> grid, Runnable work) {
        Notices.tell(work);
        grid.getDataProvider().refreshAll();
    }

    /** Something that makes a password. */
    private interface Issue {
        IssuedPassword run();
    }

    private static boolean issue(Grid<UserAccount> grid, Issue issue) {
        AtomicReference<@Nullable IssuedPassword> issued = new AtomicReference<>();
        boolean done = Notices.tell(() -> issued.set(issue.run()));
        grid.getDataProvider().refreshAll();
        IssuedPassword made = issued.get();
        if (made != null && made.temporaryPassword() != null) {
            tellOnce(made.user().username(), made.temporaryPassword());
        }
        return done;
    }

    private static void tellOnce(String username, String password) {
        Span shown = new Span(password);
        shown.addClassName("mono");
        shown.setId("temporary-password");
        Dialog dialog = new Dialog(
                new Paragraph("Tell " + username + " this password. It is shown once and serves for a day:"), shown);
        dialog.setHeaderTitle("Temporary password");
        dialog.setCloseOnOutsideClick(false);
        Button close = new Button("Done", event -> dialog.close());
        close.setId("password-told");
        close.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.getFooter().add(close);
        dialog.open();
    }

    private static void create(PlatformSession session, Grid<UserAccount> grid) {
        TextField username = new TextField("User name");
        username.setId("new-username");
        TextField email = new TextField("E-mail (may be empty)");
        email.setId("new-email");
        Select<Role> role = roles(Role.USER);
        role.setLabel("Role");
        Dialog dialog = new Dialog(Parts.box("stack", username, email, role));
        dialog.setHeaderTitle("New user");
        Button make = new Button("Create", event -> {
            String address = email.getValue().isBlank() ? null : email.getValue();
            NewUser user = new NewUser(username.getValue(), address, role.getValue(), null);
            if (issue(grid, () -> session.users().create(user))) {
                dialog.close();
            }
        });
        make.setId("create-user");
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.getFooter().add(new Button("Cancel", event -> dialog.close()), make);
        dialog.open();
    }
}
