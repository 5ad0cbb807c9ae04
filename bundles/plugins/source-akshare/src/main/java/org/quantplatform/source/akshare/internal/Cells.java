package org.quantplatform.source.akshare.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads values of rows. What cannot be read raises {@link IllegalArgumentException} with the field's name, so that the row can
 * be refused with its reason.
 */
final class Cells {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,18}(\\.\\d{1,12})?([eE][+-]?\\d{1,2})?");
    /** 2021-11-09, also with a time of day behind it. */
    private static final Pattern DAY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})([ T]00:00:00(\\.0{1,9})?Z?)?");
    /** What stands for the numbers of a share that does not trade. */
    private static final String NOTHING = "-";

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm[:ss]").withResolverStyle(ResolverStyle.STRICT);

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

    /** NaN when absent. */
    static double number(JsonNode row, String field) {
        return number(text(row, field), field);
    }

    static double number(String text, String field) {
        if (text.isEmpty() || text.equals(NOTHING)) {
            return Double.NaN;
        }
        if (!NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException("unreadable " + field);
        }
        return Double.parseDouble(text);
    }

    /** Null when absent. */
    static @Nullable LocalDate dayOrNull(JsonNode row, String field) {
        String text = text(row, field);
        return text.isEmpty() ? null : day(text);
    }

    static LocalDate day(String text) {
        var matcher = DAY.matcher(text);
        try {
            if (matcher.matches()) {
                return LocalDate.parse(matcher.group(1));
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("unknown date", e);
        }
        throw new IllegalArgumentException("unknown date");
    }

    /**
     * The start of the minute whose end is stated. That the time is a minute's end is nowhere said of them, but of other bars
     * within a day, and goes by the first one of a session, which is a minute after its start.
     */
    static LocalDateTime startOfMinute(String text) {
        try {
            return LocalDateTime.parse(text, MINUTE).minusMinutes(1);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("unknown time", e);
        }
    }
}
