package org.quantplatform.webconsole.internal.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.quantplatform.api.plugins.PluginParameter;

class ParameterFieldsTest {

    @Test
    void makesAFieldPerTypeThatStartsAtTheDefault() {
        check("int", 20, IntegerField.class, 20);
        check("double", 0.98, NumberField.class, 0.98);
        check("boolean", true, Checkbox.class, true);
        check("enum", "equal", Select.class, "equal");
        check("date", LocalDate.of(2020, 2, 29), DatePicker.class, "2020-02-29");
        check("long", Long.MAX_VALUE, TextField.class, Long.MAX_VALUE);
        check("string", "abc", TextField.class, "abc");
        check("list<int>", List.of(1, 2), TextField.class, List.of(1, 2));
        check("list<double>", List.of(0.5), TextField.class, List.of(0.5));
        check("list<string>", List.of("a", "b"), TextField.class, List.of("a", "b"));
    }

    @Test
    void leavesOutWhatIsEmpty() {
        assertThat(collected(ParameterFields.of(parameter("date", null)))).isEmpty();
        assertThat(collected(ParameterFields.of(parameter("int", null)))).isEmpty();
        assertThat(collected(ParameterFields.of(parameter("list<int>", null)))).isEmpty();
    }

    @Test
    void refusesTextThatIsNoNumber() {
        ParameterField field = ParameterFields.of(parameter("list<int>", null));
        ((TextField) field.component()).setValue("1, x");

        assertThatThrownBy(() -> collected(field)).hasMessage("'x' is no value of type list<int>");
    }

    @Test
    void makesReadableLabels() {
        assertThat(ParameterFields.label("max_weight")).isEqualTo("Max weight");
    }

    private static void check(String type, Object preset, Class<?> component, Object expected) {
        ParameterField field = ParameterFields.of(parameter(type, preset));
        assertThat(field.component()).isInstanceOf(component);
        assertThat(collected(field)).containsEntry("some_name", expected);
    }

    private static Map<String, Object> collected(ParameterField field) {
        Map<String, Object> values = new HashMap<>();
        field.collect(values);
        return values;
    }

    private static PluginParameter parameter(String type, @Nullable Object preset) {
        List<String> choices = type.equals("enum") ? List.of("equal", "score") : List.of();
        return new PluginParameter("some_name", type, preset, null, null, choices, "Help");
    }
}
