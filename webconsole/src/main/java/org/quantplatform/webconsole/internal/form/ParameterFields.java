package org.quantplatform.webconsole.internal.form;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.plugins.PluginParameter;

/** Makes the web form of a parameter from its description. */
final class ParameterFields {

    private ParameterFields() {}

    static ParameterField of(PluginParameter parameter) {
        ParameterField field = byType(parameter);
        Component component = field.component();
        component.getElement().setProperty("helperText", help(parameter));
        component.getElement().setAttribute("data-parameter", parameter.name());
        Object preset = parameter.defaultValue();
        if (preset != null) {
            field.write().accept(preset);
        }
        return field;
    }

    /** {@code max_weight} is {@code Max weight}. */
    static String label(String name) {
        String words = name.replace('_', ' ').replace('-', ' ');
        return words.isEmpty() ? "" : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static ParameterField byType(PluginParameter p) {
        return switch (p.type()) {
            case "int" -> integer(p);
            case "double" -> number(p);
            case "boolean" -> flag(p);
            case "enum" -> choice(p);
            case "date" -> date(p);
            case "long" -> text(p, Long::valueOf);
            case "string" -> text(p, value -> value);
            default -> list(p);
        };
    }

    private static ParameterField integer(PluginParameter p) {
        IntegerField field = new IntegerField(label(p.name()));
        field.setStepButtonsVisible(true);
        // the plug-in's own check answers with a better sentence than the browser's
        field.setManualValidation(true);
        bounds(p, min -> field.setMin(min.intValue()), max -> field.setMax(max.intValue()));
        return simple(p, field, value -> ((Number) value).intValue());
    }

    private static ParameterField number(PluginParameter p) {
        NumberField field = new NumberField(label(p.name()));
        field.setManualValidation(true);
        bounds(p, field::setMin, field::setMax);
        return simple(p, field, value -> ((Number) value).doubleValue());
    }

    private static ParameterField flag(PluginParameter p) {
        return simple(p, new Checkbox(label(p.name())), value -> Boolean.valueOf(value.toString()));
    }

    private static ParameterField choice(PluginParameter p) {
        Select<String> field = new Select<>();
        field.setLabel(label(p.name()));
        field.setItems(p.choices());
        field.setItemLabelGenerator(ParameterFields::label);
        return simple(p, field, value -> value.toString().toLowerCase(Locale.ROOT));
    }

    private static ParameterField date(PluginParameter p) {
        DatePicker field = Dates.field(label(p.name()));
        Consumer<Object> write = value -> field.setValue(LocalDate.parse(value.toString()));
        return new ParameterField(
                p.name(), field, () -> Optional.ofNullable(field.getValue()).map(LocalDate::toString), write);
    }

    private static ParameterField text(PluginParameter p, Function<String, Object> parse) {
        TextField field = new TextField(label(p.name()));
        return new ParameterField(
                p.name(),
                field,
                () -> filled(field).map(value -> parsed(p, value, parse)),
                value -> field.setValue(value.toString()));
    }

    private static ParameterField list(PluginParameter p) {
        TextField field = new TextField(label(p.name()));
        field.setPlaceholder("a, b, c");
        return new ParameterField(
                p.name(),
                field,
                () -> filled(field).map(value -> items(p, value)),
                value -> field.setValue(joined(value)));
    }

    private static <V> ParameterField simple(
            PluginParameter p, AbstractField<?, V> field, Function<Object, V> converter) {
        Consumer<Object> write = value -> field.setValue(converter.apply(value));
        HasValue<?, V> reader = field;
        return new ParameterField(p.name(), field, () -> Optional.ofNullable(reader.getValue()), write);
    }

    private static Optional<String> filled(TextField field) {
        return Optional.of(field.getValue().strip()).filter(value -> !value.isEmpty());
    }

    /** {@code list<int>} with {@code 1, 2}. */
    static List<Object> items(PluginParameter p, String text) {
        String type = p.type().replaceFirst("^list<(.*)>$", "$1");
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .map(item -> parsed(p, item, element(type)))
                .toList();
    }

    private static Function<String, Object> element(String type) {
        return switch (type) {
            case "int" -> Integer::valueOf;
            case "long" -> Long::valueOf;
            case "double" -> Double::valueOf;
            case "boolean" -> Boolean::valueOf;
            default -> value -> value;
        };
    }

    private static Object parsed(PluginParameter p, String text, Function<String, Object> parse) {
        try {
            return parse.apply(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is no value of type " + p.type(), e);
        }
    }

    private static String joined(Object value) {
        return value instanceof Collection<?> items
                ? items.stream().map(Object::toString).collect(Collectors.joining(", "))
                : value.toString();
    }

    private static void bounds(PluginParameter p, Consumer<Double> min, Consumer<Double> max) {
        Optional.ofNullable(p.min()).ifPresent(min);
        Optional.ofNullable(p.max()).ifPresent(max);
    }

    private static String help(PluginParameter p) {
        String range = p.type().equals("string") ? "" : range(p.min(), p.max());
        return range.isEmpty() ? p.help() : p.help() + " (" + range + ")";
    }

    private static String range(@Nullable Double min, @Nullable Double max) {
        if (min == null) {
            return max == null ? "" : "up to " + text(max);
        }
        return max == null ? "from " + text(min) : text(min) + "–" + text(max);
    }

    private static String text(double bound) {
        return bound == Math.rint(bound) && Math.abs(bound) < 1e15
                ? Long.toString((long) bound)
                : Double.toString(bound);
    }
}
