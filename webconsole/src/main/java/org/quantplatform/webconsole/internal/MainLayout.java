package org.quantplatform.webconsole.internal;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.shared.Registration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quantplatform.api.health.HealthReport;
import org.quantplatform.model.Role;
import org.quantplatform.webconsole.internal.platform.Door;
import org.quantplatform.webconsole.internal.platform.Icons;
import org.quantplatform.webconsole.internal.platform.PasswordCard;
import org.quantplatform.webconsole.internal.platform.Platform;
import org.quantplatform.webconsole.internal.platform.Pulse;
import org.quantplatform.webconsole.internal.view.AuditPage;
import org.quantplatform.webconsole.internal.view.BacktestPage;
import org.quantplatform.webconsole.internal.view.DataPage;
import org.quantplatform.webconsole.internal.view.FactorsPage;
import org.quantplatform.webconsole.internal.view.PluginsPage;
import org.quantplatform.webconsole.internal.view.RunsPage;
import org.quantplatform.webconsole.internal.view.SearchesPage;
import org.quantplatform.webconsole.internal.view.StrategiesPage;
import org.quantplatform.webconsole.internal.view.UsersPage;
import org.quantplatform.webconsole.spi.ConsoleView;

/** The frame of every page: menu, colours, and how the platform is. */
public final class MainLayout extends AppLayout implements AfterNavigationObserver {

    private final SideNav nav = new SideNav();
    private final H1 title = new H1();
    private final Span health = new Span();
    private final Button logout = new Button("Log out", event -> logout());
    private final Button password = new Button("Change password", event -> changePassword());
    private final List<Registration> registrations = new ArrayList<>();
    private boolean administrator;

    public MainLayout() {
        setPrimarySection(Section.DRAWER);
        nav.setId("nav");
        nav.getElement().setAttribute("aria-label", "Main menu");
        title.addClassName("page-title");
        health.addClassName("health");
        health.setId("health");
        health.getElement().setAttribute("role", "status");
        addToDrawer(brand(), nav, health);
        logout.setId("log-out");
        logout.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        logout.setVisible(false);
        password.setId("open-password");
        password.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        password.setVisible(false);
        addToNavbar(toggle(), title, password, logout, themeButton());
    }

    private static DrawerToggle toggle() {
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel("Menu");
        return toggle;
    }

    private static Div brand() {
        Span mark = new Span();
        mark.addClassName("brand-mark");
        Div brand = new Div(mark, new Span("Quant Platform"));
        brand.addClassName("brand");
        return brand;
    }

    private static Button themeButton() {
        Button button = new Button(Icons.of("theme"));
        button.setId("theme");
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.setAriaLabel("Dark or light colours");
        button.setTooltipText("Dark or light colours");
        // in the browser alone, so that the colours change at once
        button.getElement().executeJs("this.addEventListener('click', () => window.quantToggleTheme())");
        return button;
    }

    private static void logout() {
        UI ui = UI.getCurrent();
        Platform.current().logout(ui.getSession());
        ui.getPage().reload();
    }

    /** Whoever had to log in may log out. */
    private void offerLogout(Door door) {
        if (door instanceof Door.Open open && !open.session().identity().mode().equals("local")) {
            logout.setText("Log out " + open.session().identity().username());
            logout.setVisible(true);
            password.setVisible(true);
        }
    }

    private static void changePassword() {
        Door door = Platform.current().enter(UI.getCurrent().getSession());
        if (door instanceof Door.Open open) {
            Dialog dialog =
                    new Dialog(new PasswordCard(open.session(), "You are logged out everywhere when it is changed."));
            dialog.open();
        }
    }

    private static boolean isAdministrator(Door door) {
        return door instanceof Door.Open open
                && open.session().identity().roles().contains(Role.ADMIN);
    }

    private void fill() {
        nav.removeAll();
        nav.addItem(
                item("New backtest", BacktestPage.class, "play"),
                item("Backtests", RunsPage.class, "list"),
                item("Strategies", StrategiesPage.class, "sliders"),
                item("Factors", FactorsPage.class, "factor"),
                item("Searches", SearchesPage.class, "search"),
                item("Data", DataPage.class, "data"),
                item("Plug-ins", PluginsPage.class, "plug"));
        if (administrator) {
            nav.addItem(item("Users", UsersPage.class, "list"), item("Audit", AuditPage.class, "search"));
        }
        for (ConsoleView view : PluggedViews.current().list()) {
            nav.addItem(new SideNavItem(view.title(), view.path(), Icons.of("page")));
        }
    }

    private static SideNavItem item(String text, Class<? extends Component> page, String icon) {
        return new SideNavItem(text, page, Icons.of(icon));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        PageTitle page = event.getActiveChain().get(0).getClass().getAnnotation(PageTitle.class);
        title.setText(page == null ? "" : page.value().replace(" · Quant Platform", ""));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        Platform platform = Platform.current();
        Door door = platform.enter(ui.getSession());
        administrator = isAdministrator(door);
        fill();
        offerLogout(door);
        show(Optional.empty());
        registrations.add(PluggedViews.current().onChange(() -> Pulse.access(ui, this::fill)));
        registrations.add(platform.pulse().watch(ui, () -> platform.health().map(MainLayout::steady), this::show));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        registrations.forEach(Registration::remove);
        registrations.clear();
    }

    // what changes each second is left out, or every open page would get a message each second
    private static HealthReport steady(HealthReport report) {
        return new HealthReport(
                report.status(), report.version(), 0, report.database(), report.plugins(), Map.of(), report.problems());
    }

    private void show(Optional<HealthReport> report) {
        health.getElement()
                .setAttribute("data-status", report.map(HealthReport::status).orElse("starting"));
        health.setText(report.map(MainLayout::describe).orElse("Starting"));
        health.setTitle(
                report.map(r -> String.join("\n", r.problems().values())).orElse(""));
    }

    private static String describe(HealthReport report) {
        String state = report.ready() ? "Ready" : report.status().equals("starting") ? "Starting" : "Not available";
        return state + " · " + report.version();
    }
}
