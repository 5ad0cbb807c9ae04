package org.quantplatform.testkit;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.quantplatform.spi.Param;

/** Makes a parameter record from the defaults that its {@link Param} annotations state. */
public final class Defaults {

    private Defaults() {}

    /** @throws IllegalArgumentException when a component has no {@link Param}, or its default does not fit */
    public static <P extends Record> P of(Class<P> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = defaultOf(components[i]);
        }
        try {
            Constructor<P> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(type.getName() + " refuses its own defaults: " + e.getCause(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type.getName() + " cannot be made", e);
        }
    }

    private static Object defaultOf(RecordComponent component) {
        Param param = component.getAnnotation(Param.class);
        if (param == null) {
            throw new IllegalArgumentException("component " + component.getName() + " has no @Param");
        }
        Object value = parse(component.getGenericType(), param.value().strip());
        if (value instanceof Number number
                && !(number.doubleValue() >= param.min() && number.doubleValue() <= param.max())) {
            throw new IllegalArgumentException(
                    "default of " + component.getName() + " lies outside " + param.min() + " to " + param.max());
        }
        return value;
    }

    private static Object parse(Type type, String text) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            Type element = list.getActualTypeArguments()[0];
            return text.isEmpty()
                    ? List.of()
                    : Arrays.stream(text.split(",", -1))
                            .map(part -> parse(element, part.strip()))
                            .toList();
        }
        if (type == int.class || type == Integer.class) {
            return Integer.valueOf(text);
        }
        if (type == long.class || type == Long.class) {
            return Long.valueOf(text);
        }
        if (type == double.class || type == Double.class) {
            return Double.valueOf(text);
        }
        if (type == boolean.class || type == Boolean.class) {
            return Boolean.valueOf(text);
        }
        if (type == LocalDate.class) {
            return LocalDate.parse(text);
        }
        if (type instanceof Class<?> c && c.isEnum()) {
            return Arrays.stream(c.getEnumConstants())
                    .filter(constant ->
                            ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).equals(text))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no " + c.getSimpleName() + " '" + text + "'"));
        }
        if (type == String.class) {
            return text;
        }
        throw new IllegalArgumentException("parameters cannot be of type " + type.getTypeName());
    }
}
