package org.quantplatform.webconsole.internal.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.PlatformSession;
import org.quantplatform.api.plugins.PluginInfo;
import org.quantplatform.api.strategies.StoredStrategy;
import org.quantplatform.api.strategies.StrategyDefinition;
import org.quantplatform.api.strategies.StrategySpec;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.FieldError;
import org.quantplatform.model.Market;
import org.quantplatform.model.PluginKind;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.Universe;
import org.quantplatform.webconsole.internal.MainLayout;
import org.quantplatform.webconsole.internal.form.FieldMap;
import org.quantplatform.webconsole.internal.form.RunForm;
import org.quantplatform.webconsole.internal.form.StrategyForm;
import org.quantplatform.webconsole.internal.platform.Catalogue;
import org.quantplatform.webconsole.internal.platform.Notices;
import org.quantplatform.webconsole.internal.platform.PlatformPage;

/** One stored strategy, or a new one. */
@Route(value = "strategies/:id", layout = MainLayout.class)
@PageTitle("Strategy · Quant Platform")
public final class StrategyPage extends PlatformPage implements BeforeEnterObserver {

    /** Not an id: those consist of letters, digits and underscores. */
    static final String NEW = "-";

    private String id = NEW;

    static void open(String id) {
        UI.getCurrent().navigate(StrategyPage.class, new RouteParameters("id", id));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = event.getRouteParameters().get("id").orElse(NEW);
        rebuild();
    }

    @Override
    protected void build(PlatformSession session) {
        if (id.equals(NEW)) {
            add(new Editor(session, null));
            return;
        }
        try {
            add(new Editor(session, session.strategies().get(id)));
        } catch (QuantException e) {
            if (e.code() != ErrorCode.NOT_FOUND) {
                throw e;
            }
            add(Parts.empty("not-found", "There is no such strategy", id, new Anchor("strategies", "All strategies")));
        }
    }

    private final class Editor extends Div {

        private final PlatformSession session;
        private final @Nullable StoredStrategy stored;
        private final TextField name = new TextField("Name");
        private final TextField description = new TextField("Description");
        private final Select<Market> market = new Select<>();
        private final StrategyForm form;
        private final FieldMap errors = new FieldMap(this::paths);

        Editor(PlatformSession session, @Nullable StoredStrategy stored) {
            this.session = session;
            this.stored = stored;
            List<PluginInfo> factors = Catalogue.active(session, PluginKind.FACTOR);
            form = new StrategyForm(
                    Catalogue.active(session, PluginKind.STRATEGY),
                    factors,
                    Catalogue.active(session, PluginKind.OPTIMIZER));
            follow(() -> Catalogue.active(session, PluginKind.FACTOR), form::offerFactors);
            addClassNames("card", "form");
            getStyle().set("max-width", "44rem");
            name.setId("strategy-name");
            description.setId("strategy-description");
            market.setId("strategy-market");
            market.setLabel("Market");
            market.setItems(Market.values());
            market.setItemLabelGenerator(m -> m == null ? "" : m.name());
            market.setEmptySelectionAllowed(true);
            market.setEmptySelectionCaption("The platform's default");
            show(factors);
            Div about = Parts.box("fields", name, market);
            add(new H2(stored == null ? "New strategy" : stored.name()), errors.problems(), about, description, form);
            add(buttons());
        }

        private void show(List<PluginInfo> factors) {
            if (stored == null) {
                form.show(RunForm.usualSpec(factors));
                return;
            }
            name.setValue(stored.name());
            description.setValue(stored.description());
            market.setValue(stored.universe().market());
            form.show(new StrategySpec(
                    stored.plugin(),
                    stored.parameters(),
                    stored.factors(),
                    null,
                    stored.constraints(),
                    stored.rebalanceFrequency(),
                    stored.optimizer(),
                    stored.combination()));
        }

        private Div buttons() {
            Button save = new Button(stored == null ? "Create" : "Save", event -> save());
            save.setId("save");
            save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            Button back = new Button("Back", event -> UI.getCurrent().navigate(StrategiesPage.class));
            Div bar = Parts.bar(back);
            if (stored != null) {
                bar.addComponentAsFirst(Parts.quiet("Version " + stored.version()));
            }
            if (isOwn()) {
                bar.add(stored == null ? List.of() : ShareDialog.buttonFor(session, stored));
                bar.add(save);
            }
            return bar;
        }

        /** Others' have their owner's name before them. */
        private boolean isOwn() {
            return !id.contains(":");
        }

        private void save() {
            errors.clear();
            List<FieldError> wrong = new ArrayList<>();
            StrategyDefinition definition = definition(form.value("", wrong));
            try {
                if (!wrong.isEmpty()) {
                    throw QuantException.invalid(wrong);
                }
                StoredStrategy saved = stored == null
                        ? session.strategies().create(definition, Optional.empty())
                        : session.strategies().update(stored.id(), definition, Optional.of(stored.version()));
                Notices.done(saved.name() + " is saved");
                UI.getCurrent().navigate(StrategiesPage.class);
            } catch (QuantException e) {
                errors.show(e);
            }
        }

        private StrategyDefinition definition(StrategySpec spec) {
            return new StrategyDefinition(
                    name.getValue(),
                    description.getValue(),
                    spec.plugin(),
                    spec.parameters(),
                    spec.factors(),
                    null,
                    universe(),
                    spec.constraints(),
                    spec.rebalanceFrequency(),
                    spec.optimizer(),
                    spec.combination());
        }

        // what this form does not show of a stored universe stays as it is
        private @Nullable Universe universe() {
            Market chosen = market.getValue();
            if (stored != null && stored.universe().market() == chosen) {
                return stored.universe();
            }
            return chosen == null ? null : Universe.of(chosen);
        }

        private Map<String, Component> paths() {
            Map<String, Component> byPath = new LinkedHashMap<>(form.paths(""));
            byPath.put("name", name);
            byPath.put("description", description);
            byPath.put("universe", market);
            return byPath;
        }
    }
}
