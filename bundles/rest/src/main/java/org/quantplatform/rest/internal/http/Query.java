package org.quantplatform.rest.internal.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.data.AsOf;
import org.quantplatform.model.Market;
import org.quantplatform.model.QuantException;

/** Reads query parameters; what is wrong is refused by the parameter's name. */
public final class Query {

    private static final int MAX_TEXT = 200;
    private static final int LONGEST_TICKER = 32;
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
    private static final String TIME = "must be a time such as 2026-01-31T12:00:00Z or a date such as 2026-01-31";

    private Query() {}

    public static int integer(String name, @Nullable String text, int min, int max, int fallback) {
        if (text == null) {
            return fallback;
        }
        if (text.matches("[0-9]{1,9}")) {
            int value = Integer.parseInt(text);
            if (value >= min && value <= max) {
                return value;
            }
        }
        throw QuantException.invalid(name, "must be a whole number from " + min + " to " + max);
    }

    /** A number in decimal notation; its range is for others to check. */
    public static double decimal(String name, @Nullable String text, double fallback) {
        if (text == null) {
            return fallback;
        }
        if (text.matches("-?[0-9]{1,15}(\\.[0-9]{1,18})?([eE]-?[0-9]{1,2})?")) {
            return Double.parseDouble(text);
        }
        throw QuantException.invalid(name, "must be a number such as 0.02");
    }

    public static long sequence(String name, @Nullable String text) {
        if (text == null) {
            return 0;
        }
        if (text.matches("[0-9]{1,18}")) {
            return Long.parseLong(text);
        }
        throw QuantException.invalid(name, "must be a whole number, 0 or more");
    }

    public static Optional<LocalDate> date(String name, @Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            if (text.length() == 10) {
                return Optional.of(LocalDate.parse(text));
            }
        } catch (DateTimeException e) {
            throw QuantException.invalid(name, "must be a date such as 2020-01-31");
        }
        throw QuantException.invalid(name, "must be a date such as 2020-01-31");
    }

    /** A time such as {@code 2026-01-31T12:00:00Z}, or a day, which stands for its beginning in UTC. */
    public static Optional<Instant> time(String name, @Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            Instant time = text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
            if (!time.isBefore(Instant.EPOCH) && time.isBefore(LATEST)) {
                return Optional.of(time);
            }
        } catch (DateTimeException e) {
            throw QuantException.invalid(name, TIME);
        }
        throw QuantException.invalid(name, TIME);
    }

    public static <E extends Enum<E>> Optional<E> choice(String name, @Nullable String text, Class<E> type) {
        if (text == null) {
            return Optional.empty();
        }
        E[] constants = type.getEnumConstants();
        for (E constant : constants) {
            if (constant.name().equalsIgnoreCase(text)) {
                return Optional.of(constant);
            }
        }
        boolean upper = type == Market.class;
        throw QuantException.invalid(
                name,
                "must be one of "
                        + Arrays.stream(constants)
                                .map(c -> upper ? c.name() : c.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", ")));
    }

    public static Market market(@Nullable String code) {
        return choice("market", code, Market.class).orElseThrow(() -> QuantException.invalid("market", "is required"));
    }

    /** Tickers with commas; empty when there is no such parameter. */
    public static List<String> tickers(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        List<String> tickers =
                Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        if (tickers.stream().anyMatch(ticker -> ticker.isEmpty() || ticker.length() > LONGEST_TICKER)) {
            throw QuantException.invalid("tickers", "must be tickers of 1 to 32 characters, with commas");
        }
        return tickers;
    }

    public static @Nullable AsOf asOf(@Nullable String text) {
        return text == null ? null : AsOf.parse("as_of", text);
    }

    /** A text of bounded length; null stays null. */
    public static @Nullable String text(String name, @Nullable String text) {
        if (text != null && (text.isBlank() || text.length() > MAX_TEXT)) {
            throw QuantException.invalid(name, "must have 1 to " + MAX_TEXT + " characters");
        }
        return text;
    }
}
