package org.quantplatform.source.csv.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quantplatform.spi.PluginException;

/** Reads dates out of characters. */
final class Dates {

    private final @Nullable DateTimeFormatter format;
    private String lastText = "";
    private @Nullable LocalDate last;

    /** @param pattern as {@link DateTimeFormatter} defines it; null for 2020-01-31, with or without a time 00:00 */
    Dates(@Nullable String pattern) {
        format = pattern == null ? null : formatter(pattern);
    }

    /** Null when the characters are no such date. */
    @Nullable
    LocalDate date(char[] chars, int start, int end) {
        if (last != null && same(chars, start, end)) {
            return last;
        }
        String text = new String(chars, start, end - start);
        LocalDate date = format == null ? iso(text) : formatted(text, format);
        lastText = date == null ? "" : text;
        last = date;
        return date;
    }

    private boolean same(char[] chars, int start, int end) {
        if (end - start != lastText.length()) {
            return false;
        }
        for (int i = end - start - 1; i >= 0; i--) {
            if (chars[start + i] != lastText.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable LocalDate iso(String text) {
        boolean midnight = text.length() > 10
                && (text.charAt(10) == ' ' || text.charAt(10) == 'T')
                && text.startsWith("00:00", 11);
        if (text.length() != 10 && !midnight) {
            return null;
        }
        if (text.charAt(4) != '-' || text.charAt(7) != '-') {
            return null;
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        if (year < 1 || month < 1 || month > 12 || day < 1 || day > 31) {
            return null;
        }
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int digits(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private static @Nullable LocalDate formatted(String text, DateTimeFormatter format) {
        try {
            return LocalDate.parse(text, format);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Strict, so that the 30th of February is refused; a year of the era is then written u. */
    private static DateTimeFormatter formatter(String pattern) {
        StringBuilder strict = new StringBuilder();
        boolean quoted = false;
        for (char c : pattern.toCharArray()) {
            quoted ^= c == '\'';
            strict.append(c == 'y' && !quoted ? 'u' : c);
        }
        try {
            return DateTimeFormatter.ofPattern(strict.toString(), Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException e) {
            throw new PluginException("date_format: '" + pattern + "' is no date pattern: " + e.getMessage(), e);
        }
    }
}
