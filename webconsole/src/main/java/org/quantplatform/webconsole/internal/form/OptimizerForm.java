package org.quantplatform.webconsole.internal.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.plugins.PluginInfo;
import org.quantplatform.api.strategies.OptimizerChoice;
import org.quantplatform.model.FieldError;

/** Who shares the portfolio among the chosen assets, if not the strategy itself. */
final class OptimizerForm extends Div {

    private final Select<PluginInfo> plugin = new Select<>();
    private final ParameterForm parameters = new ParameterForm();

    OptimizerForm(List<PluginInfo> optimizers) {
        addClassName("form");
        plugin.setId("optimizer");
        plugin.setLabel("Optimizer");
        plugin.setItems(optimizers);
        plugin.setItemLabelGenerator(p -> p == null ? "" : p.title());
        plugin.setEmptySelectionAllowed(true);
        plugin.setEmptySelectionCaption("None: weights of the method");
        plugin.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                showParameters(Map.of());
            }
        });
        add(plugin, parameters);
    }

    void show(@Nullable OptimizerChoice choice) {
        plugin.clear();
        if (choice != null) {
            plugin.getListDataView()
                    .getItems()
                    .filter(p -> p.id().equals(choice.plugin()))
                    .findFirst()
                    .ifPresent(plugin::setValue);
        }
        showParameters(choice == null ? Map.of() : choice.parameters());
    }

    @Nullable
    OptimizerChoice value(String path, List<FieldError> errors) {
        PluginInfo chosen = plugin.getValue();
        return chosen == null
                ? null
                : new OptimizerChoice(chosen.id(), parameters.values(path + ".parameters", errors));
    }

    void addPaths(String path, Map<String, Component> byPath) {
        byPath.put(path + ".plugin", plugin);
        parameters.addPaths(path + ".parameters", byPath);
    }

    private void showParameters(Map<String, Object> values) {
        PluginInfo chosen = plugin.getValue();
        parameters.show(chosen == null ? List.of() : chosen.parameters(), values);
    }
}
