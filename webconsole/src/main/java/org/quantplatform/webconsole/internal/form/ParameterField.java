package org.quantplatform.webconsole.internal.form;

import com.vaadin.flow.component.Component;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The web form of one plug-in parameter.
 *
 * @param read empty when the plug-in's default shall hold; throws {@code IllegalArgumentException} with a message for the
 *     reader when the text is no value of the type
 */
record ParameterField(String name, Component component, Supplier<Optional<Object>> read, Consumer<Object> write) {

    /** Leaves out what is at its default. */
    void collect(Map<String, Object> values) {
        read.get().ifPresent(value -> values.put(name, value));
    }
}
