package org.quantplatform.webconsole.internal.form;

import com.vaadin.flow.component.select.Select;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.strategies.FactorCombination;
import org.quantplatform.api.strategies.FactorCombination.Method;

/** How factors are added up; what this form does not show of a stored choice stays while its method does. */
final class CombinationForm extends Select<Method> {

    private @Nullable FactorCombination shown;

    CombinationForm() {
        setId("combination");
        setLabel("Weights of the factors");
        setItems(Method.values());
        setItemLabelGenerator(method ->
                method == null ? "" : ParameterFields.label(method.name().toLowerCase(Locale.ROOT)));
        setEmptySelectionAllowed(true);
        setEmptySelectionCaption("As given");
    }

    void show(@Nullable FactorCombination combination) {
        shown = combination;
        setValue(combination == null ? null : combination.method());
    }

    @Nullable
    FactorCombination value() {
        Method method = getValue();
        if (method == null) {
            return null;
        }
        return shown != null && shown.method() == method ? shown : new FactorCombination(method, null, null, null);
    }
}
