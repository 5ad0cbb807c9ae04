package org.quantplatform.source.kis.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * Reads the values of a row, which the provider writes as text. What cannot be read raises {@link
 * IllegalArgumentException} with the field's name, so that the row can be refused with its reason.
 */
final class Cells {

    /** As many digits as the provider's longest numbers; neither exponents nor names of numbers. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,18}(\\.\\d{1,12})?");

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("uuuuMM").withResolverStyle(ResolverStyle.STRICT);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HHmmss").withResolverStyle(ResolverStyle.STRICT);

    private Cells() {}

    /** Empty when absent. */
    static String text(JsonNode row, String field) {
        JsonNode cell = row.path(field);
        if (cell.isMissingNode() || cell.isNull()) {
            return "";
        }
        if (!cell.isTextual() && !cell.isNumber()) {
            throw new IllegalArgumentException("unreadable " + field);
        }
        return cell.asText().strip();
    }

    /** NaN when absent or empty. */
    static double number(JsonNode row, String field) {
        return number(text(row, field), field);
    }

    /** NaN when empty. */
    static double number(String text, String field) {
        if (text.isEmpty()) {
            return Double.NaN;
        }
        if (!NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException("unreadable " + field);
        }
        return Double.parseDouble(text);
    }

    static LocalDate day(JsonNode row, String field) {
        try {
            return LocalDate.parse(text(row, field), DAY);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("unknown date", e);
        }
    }

    /** The full minute of two fields; seconds are not looked at. */
    static LocalDateTime minute(JsonNode row, String day, String time) {
        try {
            return day(row, day).atTime(LocalTime.parse(text(row, time), TIME)).truncatedTo(ChronoUnit.MINUTES);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("unknown time", e);
        }
    }

    static YearMonth month(JsonNode row, String field) {
        try {
            return YearMonth.parse(text(row, field), MONTH);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("unknown date", e);
        }
    }

    /** As the provider writes the time of a day. */
    static String written(LocalTime time) {
        return TIME.format(time);
    }

    /** As the provider writes days. */
    static String written(LocalDate day) {
        return DAY.format(day);
    }
}
