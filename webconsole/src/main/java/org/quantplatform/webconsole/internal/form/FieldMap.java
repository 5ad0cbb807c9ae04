package org.quantplatform.webconsole.internal.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.shared.HasValidationProperties;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.quantplatform.model.FieldError;
import org.quantplatform.model.QuantException;

/** Shows each error of a refusal at the field that it names, and the others above the form. */
public final class FieldMap {

    private final Supplier<Map<String, Component>> fields;
    private final Div problems = new Div();

    /** @param fields by path in JSON names, asked anew each time since rows come and go */
    public FieldMap(Supplier<Map<String, Component>> fields) {
        this.fields = fields;
        problems.addClassName("problems");
        problems.setId("form-errors");
        problems.getElement().setAttribute("role", "alert");
        problems.setVisible(false);
    }

    /** Place for errors that belong to no field. */
    public Div problems() {
        return problems;
    }

    public void clear() {
        problems.removeAll();
        problems.setVisible(false);
        fields.get().values().forEach(field -> mark(field, ""));
    }

    public void show(QuantException refusal) {
        clear();
        if (refusal.errors().isEmpty()) {
            general(String.valueOf(refusal.getMessage()));
            return;
        }
        Map<String, Component> byPath = new LinkedHashMap<>();
        fields.get().forEach((path, field) -> byPath.put(normal(path), field));
        boolean first = true;
        for (FieldError error : refusal.errors()) {
            Optional<Component> field = find(byPath, normal(error.field()));
            field.ifPresentOrElse(f -> mark(f, error.message()), () -> general(error.field() + ": " + error.message()));
            if (first && field.isPresent() && field.get() instanceof Focusable<?> focusable) {
                focusable.focus();
                first = false;
            }
        }
    }

    private void general(String text) {
        problems.add(new Paragraph(text));
        problems.setVisible(true);
    }

    private static void mark(Component field, String message) {
        // a disabled or hidden field could not be mended, but its message must not be lost either
        if (field instanceof HasValidationProperties validated) {
            validated.setErrorMessage(message);
            validated.setInvalid(!message.isEmpty());
        } else if (field instanceof HasValue<?, ?>) {
            field.getElement().setProperty("invalid", !message.isEmpty());
        }
    }

    /** The field with the longest path that the error's path begins with. */
    static <T> Optional<T> find(Map<String, T> byPath, String path) {
        String part = path;
        while (!part.isEmpty()) {
            T field = byPath.get(part);
            if (field != null) {
                return Optional.of(field);
            }
            part = part.contains(".") ? part.substring(0, part.lastIndexOf('.')) : "";
        }
        return Optional.empty();
    }

    /** {@code a[0].b} and {@code a/0/b} are {@code a.0.b}. */
    static String normal(String path) {
        return path.replaceAll("[\\[/]", ".").replace("]", "").replaceFirst("^\\.", "");
    }
}
