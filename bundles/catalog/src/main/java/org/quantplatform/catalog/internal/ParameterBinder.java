package org.quantplatform.catalog.internal;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.plugins.PluginParameter;
import org.quantplatform.model.FieldError;
import org.quantplatform.model.QuantException;
import org.quantplatform.spi.Param;

/** Makes a plug-in's parameter record from named values; worked out once per plug-in. */
final class ParameterBinder {

    private static final int USUAL_CHARACTERS = 1_000;

    private final Constructor<? extends Record> constructor;
    private final List<Component> components;

    private ParameterBinder(Constructor<? extends Record> constructor, List<Component> components) {
        this.constructor = constructor;
        this.components = components;
    }

    /**
     * A record and what it was made from.
     *
     * @param values of every parameter in JSON types, by snake_case name
     */
    record Bound(Record parameters, SortedMap<String, Object> values) {}

    private record Component(String name, ParameterType type, Param param, Object fallback) {

        PluginParameter describe() {
            return new PluginParameter(
                    name,
                    type.label(),
                    type.toJson(fallback),
                    Double.isFinite(param.min()) ? param.min() : null,
                    Double.isFinite(param.max()) ? param.max() : null,
                    type.choices(),
                    param.help());
        }

        /** @throws IllegalArgumentException when the value lies outside */
        Object within(Object value) {
            List<?> elements = value instanceof List<?> list ? list : List.of(value);
            for (Object element : elements) {
                if (element instanceof Number number
                        && !(number.doubleValue() >= param.min() && number.doubleValue() <= param.max())) {
                    throw new IllegalArgumentException("must be " + range() + ", was " + element);
                }
                if (element instanceof String text && text.length() > mostCharacters()) {
                    throw new IllegalArgumentException(
                            "must have at most " + plain(mostCharacters()) + " characters, had " + text.length());
                }
            }
            return value;
        }

        private double mostCharacters() {
            return Double.isFinite(param.max()) ? param.max() : USUAL_CHARACTERS;
        }

        private String range() {
            String min = plain(param.min());
            String max = plain(param.max());
            if (Double.isInfinite(param.max())) {
                return "at least " + min;
            }
            return Double.isInfinite(param.min()) ? "at most " + max : min + " to " + max;
        }

        private static String plain(double bound) {
            return bound == Math.rint(bound) && Math.abs(bound) < 1e15
                    ? String.valueOf((long) bound)
                    : String.valueOf(bound);
        }
    }

    /** @throws Refusal when the record is not a sound description of parameters */
    static ParameterBinder of(@Nullable Class<? extends Record> type) {
        Refusal.unless(type != null && type.isRecord(), "its parameter type is no record");
        List<Component> components = new ArrayList<>();
        List<Class<?>> types = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            components.add(component(component));
            types.add(component.getType());
        }
        try {
            Constructor<? extends Record> constructor = type.getDeclaredConstructor(types.toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            ParameterBinder binder = new ParameterBinder(constructor, List.copyOf(components));
            binder.defaults();
            return binder;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        } catch (QuantException e) {
            throw new Refusal("its own default parameters are refused: " + e.getMessage(), e);
        }
    }

    private static Component component(RecordComponent component) {
        String name = snakeCase(component.getName());
        Param param = component.getAnnotation(Param.class);
        if (param == null) {
            throw new Refusal(
                    seesParam(component)
                            ? "parameter " + name + " has no @Param"
                            : "its bundle does not import " + Param.class.getPackageName() + ", where @Param is");
        }
        ParameterType type = ParameterType.of(component.getGenericType());
        try {
            Component read =
                    new Component(name, type, param, type.parse(param.value().strip()));
            read.within(read.fallback());
            return read;
        } catch (IllegalArgumentException e) {
            throw new Refusal("default of parameter " + name + " is wrong: " + e.getMessage(), e);
        }
    }

    /** An annotation whose type its class loader cannot find is left out without a word. */
    private static boolean seesParam(RecordComponent component) {
        try {
            ClassLoader loader = component.getDeclaringRecord().getClassLoader();
            return Class.forName(Param.class.getName(), false, loader) == Param.class;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    List<PluginParameter> describe() {
        return components.stream().map(Component::describe).toList();
    }

    Bound defaults() {
        return bind(Map.of(), "parameters");
    }

    /**
     * @param path of the values in the request, for the field names of errors
     * @throws QuantException {@code INVALID_REQUEST} naming every wrong value
     */
    Bound bind(Map<String, Object> given, String path) {
        List<FieldError> errors = new ArrayList<>();
        Object[] arguments = new Object[components.size()];
        SortedMap<String, Object> values = new TreeMap<>();
        for (int i = 0; i < arguments.length; i++) {
            Component component = components.get(i);
            try {
                Object value = given.containsKey(component.name())
                        ? component.within(component.type().convert(given.get(component.name())))
                        : component.fallback();
                arguments[i] = value;
                values.put(component.name(), component.type().toJson(value));
            } catch (IllegalArgumentException e) {
                errors.add(new FieldError(path + "." + component.name(), e.getMessage()));
            }
        }
        for (String name : new TreeSet<>(given.keySet())) {
            if (components.stream().noneMatch(component -> component.name().equals(name))) {
                errors.add(new FieldError(path + "." + name, "is unknown; " + known()));
            }
        }
        if (!errors.isEmpty()) {
            throw QuantException.invalid(errors);
        }
        return new Bound(make(arguments, path), Collections.unmodifiableSortedMap(values));
    }

    private Record make(Object[] arguments, String path) {
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            String message = cause instanceof IllegalArgumentException && cause.getMessage() != null
                    ? cause.getMessage()
                    : "are refused: " + cause;
            throw QuantException.invalid(path, message);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private String known() {
        if (components.isEmpty()) {
            return "there are no parameters";
        }
        return "known are "
                + String.join(", ", components.stream().map(Component::name).toList());
    }

    static String snakeCase(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
                .toLowerCase(Locale.ROOT);
    }
}
