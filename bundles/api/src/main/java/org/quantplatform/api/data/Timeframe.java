package org.quantplatform.api.data;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.quantplatform.model.QuantException;

/** What one bar covers. */
public enum Timeframe {
    MINUTE("1m"),
    FIVE_MINUTES("5m"),
    QUARTER_HOUR("15m"),
    HOUR("1h"),
    DAY("1d"),
    MONTH("1mo"),
    QUARTER("1q");

    private static final int MONTHS_OF_QUARTER = 3;

    private final String code;

    Timeframe(String code) {
        this.code = code;
    }

    /** Such as {@code 1mo}. */
    public String code() {
        return code;
    }

    /** Whether a bar covers a part of a day. */
    public boolean isIntraday() {
        return compareTo(DAY) < 0;
    }

    /** How many minutes a bar of a part of a day covers. */
    public int minutes() {
        return switch (this) {
            case MINUTE -> 1;
            case FIVE_MINUTES -> 5;
            case QUARTER_HOUR -> 15;
            case HOUR -> 60;
            default -> throw new IllegalStateException(code + " is no part of a day");
        };
    }

    /** The start of the part of a day in which the time lies, by the full hours of the clock. */
    public Instant start(Instant time) {
        long seconds = Duration.ofMinutes(minutes()).toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), seconds) * seconds);
    }

    /** The first day of the period in which the day lies. */
    public LocalDate start(LocalDate day) {
        return switch (this) {
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % MONTHS_OF_QUARTER);
            default -> day;
        };
    }

    /**
     * Reads a code.
     *
     * @throws QuantException {@code INVALID_REQUEST} for the field
     */
    public static Timeframe parse(String field, String code) {
        return Arrays.stream(values())
                .filter(each -> each.code.equals(code))
                .findFirst()
                .orElseThrow(() -> QuantException.invalid(
                        field,
                        "must be one of "
                                + Arrays.stream(values()).map(Timeframe::code).collect(Collectors.joining(", "))));
    }

    @Override
    public String toString() {
        return code;
    }
}
