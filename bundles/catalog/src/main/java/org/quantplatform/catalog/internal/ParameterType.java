package org.quantplatform.catalog.internal;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A type that a parameter may have: how a JSON value becomes one, and back. Conversion is strict: a text is no number, and
 * a number with a fraction is no whole number.
 *
 * @param element of a list, null for the others
 */
record ParameterType(Class<?> type, @Nullable ParameterType element) {

    private static final int MAX_ELEMENTS = 1_000;
    private static final Map<Class<?>, String> NAMES = Map.of(
            Integer.class, "int",
            Long.class, "long",
            Double.class, "double",
            Boolean.class, "boolean",
            String.class, "string",
            LocalDate.class, "date");
    private static final Map<Class<?>, Class<?>> BOXED = Map.of(
            int.class, Integer.class, long.class, Long.class, double.class, Double.class, boolean.class, Boolean.class);

    /** @throws Refusal when parameters cannot be of this type */
    static ParameterType of(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            ParameterType element = of(list.getActualTypeArguments()[0]);
            Refusal.unless(element.element() == null, "parameters cannot be lists of lists");
            return new ParameterType(List.class, element);
        }
        if (type instanceof Class<?> plain) {
            Class<?> boxed = BOXED.getOrDefault(plain, plain);
            if (NAMES.containsKey(boxed) || boxed.isEnum()) {
                return new ParameterType(boxed, null);
            }
        }
        throw new Refusal("parameters cannot be of type " + type.getTypeName());
    }

    String label() {
        if (element != null) {
            return "list<" + element.label() + ">";
        }
        return type.isEnum() ? "enum" : NAMES.getOrDefault(type, "string");
    }

    /** Of an enum or a list of one, lower case; empty otherwise. */
    List<String> choices() {
        if (element != null) {
            return element.choices();
        }
        if (!type.isEnum()) {
            return List.of();
        }
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> lower((Enum<?>) constant))
                .toList();
    }

    /** @throws IllegalArgumentException whose message goes on after "name: " */
    Object convert(@Nullable Object value) {
        if (element != null) {
            return convertList(element, value);
        }
        if (type == Integer.class) {
            return whole(value, Integer.MIN_VALUE, Integer.MAX_VALUE).intValue();
        }
        if (type == Long.class) {
            return whole(value, Long.MIN_VALUE, Long.MAX_VALUE).longValue();
        }
        if (type == Double.class) {
            return real(value);
        }
        if (type == Boolean.class && value instanceof Boolean) {
            return value;
        }
        if (value instanceof String text) {
            return convertText(text);
        }
        throw new IllegalArgumentException(wanted(value));
    }

    /** Reads a default as an author writes it. */
    Object parse(String text) {
        if (element != null) {
            return text.isBlank()
                    ? List.of()
                    : Arrays.stream(text.split(",", -1))
                            .map(part -> element.parse(part.strip()))
                            .toList();
        }
        if (type == Boolean.class) {
            return convert(text.equals("true") ? Boolean.TRUE : text.equals("false") ? Boolean.FALSE : text);
        }
        if (Number.class.isAssignableFrom(type)) {
            return convert(new BigDecimal(text));
        }
        return convert(text);
    }

    /** As it stands in JSON. */
    Object toJson(Object value) {
        if (element != null) {
            return ((List<?>) value).stream().map(element::toJson).toList();
        }
        if (value instanceof Enum<?> constant) {
            return lower(constant);
        }
        return value instanceof LocalDate ? value.toString() : value;
    }

    private Object convertText(String text) {
        if (type == LocalDate.class) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException(wanted(text), e);
            }
        }
        if (type.isEnum()) {
            String key = text.strip().toLowerCase(Locale.ROOT).replace('-', '_');
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> lower((Enum<?>) constant).equals(key))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(wanted(text)));
        }
        if (type == String.class) {
            return text;
        }
        throw new IllegalArgumentException(wanted(text));
    }

    private static List<Object> convertList(ParameterType element, @Nullable Object value) {
        if (!(value instanceof List<?> elements)) {
            throw new IllegalArgumentException("must be a list, was " + shown(value));
        }
        if (elements.size() > MAX_ELEMENTS) {
            throw new IllegalArgumentException("must have at most " + MAX_ELEMENTS + " elements");
        }
        List<Object> converted = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            try {
                converted.add(element.convert(elements.get(i)));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("element " + (i + 1) + " " + e.getMessage(), e);
            }
        }
        return List.copyOf(converted);
    }

    private Number whole(@Nullable Object value, long min, long max) {
        if (value instanceof Number number && !(value instanceof Double d && !Double.isFinite(d))) {
            try {
                BigInteger exact = new BigDecimal(number.toString()).toBigIntegerExact();
                if (exact.bitLength() < 64 && exact.longValue() >= min && exact.longValue() <= max) {
                    return exact.longValue();
                }
            } catch (ArithmeticException | NumberFormatException e) {
                throw new IllegalArgumentException(wanted(value), e);
            }
        }
        throw new IllegalArgumentException(wanted(value));
    }

    private Double real(@Nullable Object value) {
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException(wanted(value));
    }

    private String wanted(@Nullable Object value) {
        if (type.isEnum()) {
            return "must be one of " + String.join(", ", choices()) + ", was " + shown(value);
        }
        String what =
                switch (label()) {
                    case "int", "long" -> "a whole number";
                    case "double" -> "a number";
                    case "boolean" -> "true or false";
                    case "date" -> "a date such as 2024-12-31";
                    default -> "a text";
                };
        return "must be " + what + ", was " + shown(value);
    }

    private static String shown(@Nullable Object value) {
        if (value instanceof Map<?, ?>) {
            return "an object";
        }
        if (value instanceof List<?>) {
            return "a list";
        }
        String text = String.valueOf(value);
        String cut = text.length() <= 60 ? text : text.substring(0, 60) + "...";
        return value instanceof String ? "'" + cut + "'" : cut;
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
