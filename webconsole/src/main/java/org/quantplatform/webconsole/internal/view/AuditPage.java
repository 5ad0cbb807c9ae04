package org.quantplatform.webconsole.internal.view;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.PlatformSession;
import org.quantplatform.api.audit.AuditQuery;
import org.quantplatform.api.audit.AuditRecord;
import org.quantplatform.api.audit.AuditVerification;
import org.quantplatform.model.QuantException;
import org.quantplatform.webconsole.internal.MainLayout;
import org.quantplatform.webconsole.internal.platform.Figures;
import org.quantplatform.webconsole.internal.platform.LazyRows;
import org.quantplatform.webconsole.internal.platform.Notices;
import org.quantplatform.webconsole.internal.platform.Platform;
import org.quantplatform.webconsole.internal.platform.PlatformPage;
import org.quantplatform.webconsole.internal.platform.Pulse;

/** What was done and refused, for administrators. */
@Route(value = "audit", layout = MainLayout.class)
@PageTitle("Audit · Quant Platform")
public final class AuditPage extends PlatformPage {

    private static final String ANY = "any";

    private final TextField user = text("audit-user", "User");
    private final TextField action = text("audit-action", "Action");
    private final TextField resource = text("audit-resource", "Resource");
    private final Select<String> status = new Select<>();
    private final DatePicker from = new DatePicker("From (UTC)");
    private final DatePicker to = new DatePicker("To (UTC)");
    private final Span verdict = Parts.quiet("");
    private AuditQuery query = AuditQuery.ALL;

    public AuditPage() {
        status.setLabel("Status");
        status.setId("audit-status");
        status.setItems(ANY, "ok", "denied", "failed");
        status.setValue(ANY);
        status.setWidth("7rem");
        from.setWidth("9rem");
        to.setWidth("9rem");
        verdict.setId("audit-verdict");
        verdict.getElement().setAttribute("role", "status");
    }

    private static TextField text(String id, String label) {
        TextField field = new TextField(label);
        field.setId(id);
        field.setWidth("9rem");
        field.setMaxLength(200);
        field.setClearButtonVisible(true);
        return field;
    }

    @Override
    protected void build(PlatformSession session) {
        // asked for here, so that who may not see it is told at once
        session.audit().list(query, new PageRequest(1, 1));
        Grid<AuditRecord> grid = grid();
        grid.setItems(LazyRows.of(page -> session.audit().list(query, page)));
        Button search = new Button("Search", event -> {
            query = wanted();
            grid.getDataProvider().refreshAll();
        });
        search.setId("audit-search");
        search.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button verify = new Button("Verify the log", event -> verify(session));
        verify.setId("audit-verify");
        Div filter = Parts.box("bar", user, action, resource, status, from, to, search);
        add(Parts.box("stack", Parts.card(filter), Parts.bar(verdict, verify), Parts.card(grid)));
    }

    private AuditQuery wanted() {
        return new AuditQuery(
                given(user),
                given(action),
                given(resource),
                ANY.equals(status.getValue()) ? null : status.getValue(),
                null,
                beginning(from.getValue()),
                to.getValue() == null ? null : beginning(to.getValue().plusDays(1)));
    }

    private static @Nullable String given(TextField field) {
        String text = field.getValue().strip();
        return text.isEmpty() ? null : text;
    }

    private static @Nullable Instant beginning(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Grid<AuditRecord> grid() {
        Grid<AuditRecord> grid = new Grid<>();
        grid.setId("audit");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setHeight("calc(100vh - 22rem)");
        grid.addColumn(AuditRecord::id).setHeader("No.").setWidth("5rem").setFlexGrow(0);
        grid.addColumn(record -> Figures.time(record.timestamp()))
                .setHeader("Time")
                .setWidth("11rem")
                .setFlexGrow(0);
        grid.addColumn(AuditRecord::username).setHeader("User").setWidth("8rem");
        grid.addColumn(AuditRecord::action).setHeader("Action").setWidth("9rem");
        grid.addColumn(record -> record.resource() == null ? "" : record.resource())
                .setHeader("Resource")
                .setWidth("10rem")
                .setFlexGrow(2);
        grid.addComponentColumn(record -> Parts.badge(record.status(), look(record.status())))
                .setHeader("Status")
                .setWidth("6.5rem")
                .setFlexGrow(0);
        grid.addColumn(AuditRecord::address).setHeader("Address").setWidth("9rem");
        grid.addColumn(record -> Figures.count(record.count()))
                .setHeader("Count")
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("5rem")
                .setFlexGrow(0);
        return grid;
    }

    private static String look(String status) {
        return switch (status) {
            case "ok" -> "good";
            case "denied" -> "bad";
            default -> "busy";
        };
    }

    /** Reads the whole log, which takes its time, while the page goes on. */
    private void verify(PlatformSession session) {
        UI ui = UI.getCurrent();
        verdict.setText("Reading the log …");
        Platform.current().pulse().later(() -> {
            try {
                AuditVerification verified = session.audit().verify(null);
                Pulse.access(ui, () -> tell(verified));
            } catch (QuantException e) {
                Pulse.access(ui, () -> {
                    verdict.setText("");
                    Notices.refused(e);
                });
            }
        });
    }

    private void tell(AuditVerification verified) {
        AuditVerification.Broken broken = verified.broken();
        verdict.setText(
                broken == null
                        ? Figures.count(verified.records()) + " records are intact"
                        : "Broken at record " + broken.id() + ": " + broken.reason());
    }
}
