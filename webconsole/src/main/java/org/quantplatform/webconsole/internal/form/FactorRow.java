package org.quantplatform.webconsole.internal.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.quantplatform.api.plugins.PluginInfo;
import org.quantplatform.api.strategies.FactorWeight;
import org.quantplatform.model.FieldError;
import org.quantplatform.webconsole.internal.platform.Icons;

/** One factor with its weight and parameters. */
final class FactorRow extends Div {

    private final Select<PluginInfo> factor = new Select<>();
    private final NumberField weight = new NumberField("Weight");
    private final ParameterForm parameters = new ParameterForm();
    private final NativeDetails details = new NativeDetails("Parameters");

    FactorRow(List<PluginInfo> offered, Consumer<FactorRow> remove) {
        addClassNames("factor", "factor-row");
        factor.setLabel("Factor");
        factor.addClassName("factor-select");
        factor.setItemLabelGenerator(PluginInfo::title);
        factor.setItems(offered);
        factor.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                showParameters(Map.of());
            }
        });
        weight.addClassName("factor-weight");
        weight.setStep(0.05);
        weight.setManualValidation(true);
        Button bin = new Button(Icons.of("cross"), event -> remove.accept(this));
        bin.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        bin.setAriaLabel("Remove this factor");
        Div head = new Div(factor, weight, bin);
        head.addClassName("factor-head");
        details.setContent(parameters);
        add(head, details);
    }

    void show(FactorWeight value) {
        find(value.factor()).ifPresent(factor::setValue);
        weight.setValue(value.weight());
        showParameters(value.parameters());
    }

    /** What is chosen stays chosen, also when its plug-in has just gone: running it is refused with the reason. */
    void offer(List<PluginInfo> offered) {
        PluginInfo chosen = factor.getValue();
        Map<String, Object> values = parameters.values("", new ArrayList<>());
        List<PluginInfo> items = new ArrayList<>(offered);
        boolean gone = chosen != null && offered.stream().noneMatch(p -> p.id().equals(chosen.id()));
        if (gone) {
            items.add(chosen);
        }
        factor.setItems(items);
        if (chosen != null) {
            factor.setValue(items.stream()
                    .filter(p -> p.id().equals(chosen.id()))
                    .findFirst()
                    .orElse(chosen));
            if (!Objects.equals(chosen, factor.getValue())) {
                showParameters(values);
            }
        }
    }

    Optional<FactorWeight> value(String path, List<FieldError> errors) {
        PluginInfo chosen = factor.getValue();
        if (chosen == null) {
            errors.add(new FieldError(path + ".factor", "choose a factor"));
            return Optional.empty();
        }
        if (weight.getValue() == null) {
            errors.add(new FieldError(path + ".weight", "a weight is needed"));
            return Optional.empty();
        }
        Map<String, Object> values = parameters.values(path + ".parameters", errors);
        return Optional.of(new FactorWeight(chosen.id(), weight.getValue(), values));
    }

    /** Id of the chosen factor, or nothing. */
    List<String> chosen() {
        return factor.getValue() == null ? List.of() : List.of(factor.getValue().id());
    }

    void addPaths(String path, Map<String, Component> byPath) {
        byPath.put(path + ".factor", factor);
        byPath.put(path + ".weight", weight);
        parameters.addPaths(path + ".parameters", byPath);
    }

    private Optional<PluginInfo> find(String id) {
        return factor.getListDataView()
                .getItems()
                .filter(p -> p.id().equals(id.replace('_', '-')))
                .findFirst();
    }

    private void showParameters(Map<String, Object> values) {
        PluginInfo chosen = factor.getValue();
        parameters.show(chosen == null ? List.of() : chosen.parameters(), values);
        details.setVisible(!parameters.isEmpty());
    }
}
