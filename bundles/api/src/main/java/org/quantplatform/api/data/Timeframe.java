package org.quantplatform.api.data;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.quantplatform.model.QuantException;

/** What one bar covers. */
public enum Timeframe {
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

    /** The first day of the period in which the day lies. */
    public LocalDate start(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % MONTHS_OF_QUARTER);
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
