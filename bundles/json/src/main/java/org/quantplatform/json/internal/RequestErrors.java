package org.quantplatform.json.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.quantplatform.model.QuantException;

/** Turns Jackson's exceptions into words for the caller, with the path of the field and no class name. */
public final class RequestErrors {

    private RequestErrors() {}

    public static QuantException explain(JsonProcessingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return QuantException.invalid(path(unknown), "unknown field");
        }
        if (e instanceof InvalidFormatException format) {
            return QuantException.invalid(path(format), formatMessage(format));
        }
        if (e instanceof ValueInstantiationException value && value.getCause() != null) {
            return QuantException.invalid(
                    path(value), String.valueOf(value.getCause().getMessage()));
        }
        if (e instanceof MismatchedInputException mismatch) {
            return QuantException.invalid(path(mismatch), "must be " + expected(mismatch.getTargetType()));
        }
        if (e instanceof StreamConstraintsException) {
            return QuantException.invalid("", "the JSON is nested too deeply or has an overlong name, number or text");
        }
        if (e instanceof JsonMappingException mapping) {
            return QuantException.invalid(path(mapping), "malformed JSON: " + firstLine(mapping));
        }
        return QuantException.invalid("", "malformed JSON: " + firstLine(e) + where(e));
    }

    private static String formatMessage(InvalidFormatException e) {
        Class<?> target = e.getTargetType();
        if (target.isEnum()) {
            String choices = Arrays.stream(target.getEnumConstants())
                    .map(c -> c.toString().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
            return "must be one of " + choices;
        }
        String message = firstLine(e);
        return message.startsWith("Cannot") ? "must be " + expected(target) : message;
    }

    private static String expected(Class<?> type) {
        if (type == null) {
            return "of another type";
        }
        if (type == Integer.class || type == Long.class || type == int.class || type == long.class) {
            return "a whole number";
        }
        if (Number.class.isAssignableFrom(type) || type == double.class) {
            return "a number";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type == String.class) {
            return "a text";
        }
        if (type == LocalDate.class) {
            return "a date such as 2020-01-31";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "a list";
        }
        return type.isEnum() ? "a name" : Map.class.isAssignableFrom(type) || type.isRecord() ? "an object" : "valid";
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
                continue;
            }
            path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
        }
        return path.toString();
    }

    private static String where(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : " at line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }

    private static String firstLine(JsonProcessingException e) {
        String message = e.getOriginalMessage();
        int end = message.indexOf('\n');
        String line = end < 0 ? message : message.substring(0, end);
        return line.length() > 200 ? line.substring(0, 200) : line;
    }
}
