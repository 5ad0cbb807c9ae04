package org.quantplatform.webconsole.internal.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quantplatform.api.plugins.PluginParameter;
import org.quantplatform.model.FieldError;

/** The run parameters of one plug-in. */
final class ParameterForm extends Div {

    private final List<ParameterField> fields = new ArrayList<>();

    ParameterForm() {
        addClassName("fields");
    }

    /** Shows the parameters with their defaults, overridden by {@code values}. */
    void show(List<PluginParameter> parameters, Map<String, Object> values) {
        removeAll();
        fields.clear();
        for (PluginParameter parameter : parameters) {
            ParameterField field = ParameterFields.of(parameter);
            Object value = values.get(parameter.name());
            if (value != null) {
                field.write().accept(value);
            }
            fields.add(field);
            add(field.component());
        }
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    /** Texts that are no values are added to {@code errors} under {@code path}. */
    Map<String, Object> values(String path, List<FieldError> errors) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (ParameterField field : fields) {
            try {
                field.collect(values);
            } catch (IllegalArgumentException e) {
                errors.add(new FieldError(path + "." + field.name(), String.valueOf(e.getMessage())));
            }
        }
        return values;
    }

    void addPaths(String path, Map<String, Component> byPath) {
        fields.forEach(field -> byPath.put(path + "." + field.name(), field.component()));
    }
}
