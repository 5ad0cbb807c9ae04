package org.quantplatform.api.data;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.Market;
import org.quantplatform.model.QuantException;

/**
 * One instrument's bars of parts of days.
 *
 * @param from inclusive, the bar in which it lies is whole; null for the earliest
 * @param to exclusive, the bar in which it lies is whole; null for the latest
 * @param timeframe of a bar; longer ones are rolled up from minutes, by the full hours of the clock
 * @param limit most bars in an answer, 1 to {@value #MOST}
 * @param asOf null for what is stored now
 */
public record IntradayQuery(
        Market market,
        String ticker,
        @Nullable Instant from,
        @Nullable Instant to,
        Timeframe timeframe,
        int limit,
        @Nullable AsOf asOf) {

    /** Most bars in an answer. */
    public static final int MOST = 5000;

    /** Bars in an answer when nothing else is asked for: more than a day of minutes. */
    public static final int USUAL = 1000;

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");
    private static final String TIME = "must be a day such as 2026-11-27 or a time such as 2026-11-27T14:30:00Z";

    /** @throws QuantException {@code INVALID_REQUEST} for a timeframe of whole days, a limit or a range that cannot be */
    public IntradayQuery {
        if (!timeframe.isIntraday()) {
            throw QuantException.invalid("timeframe", "must be a part of a day");
        }
        if (limit < 1 || limit > MOST) {
            throw QuantException.invalid("limit", "must be 1 to " + MOST);
        }
        if (from != null && to != null && !from.isBefore(to)) {
            throw QuantException.invalid("end_date", "must not be before start_date");
        }
    }

    /**
     * Reads the start of a range.
     *
     * @param text a time such as {@code 2026-11-27T14:30:00Z}, or a day, which stands for its start in the market's zone
     * @throws QuantException {@code INVALID_REQUEST} for the field
     */
    public static Instant start(String field, String text, Market market) {
        return time(field, text, market, 0);
    }

    /** As {@link #start}, but a day stands for its end. */
    public static Instant end(String field, String text, Market market) {
        return time(field, text, market, 1);
    }

    private static Instant time(String field, String text, Market market, int daysLater) {
        try {
            Instant time = text.indexOf('T') < 0
                    ? LocalDate.parse(text)
                            .plusDays(daysLater)
                            .atStartOfDay(market.zone())
                            .toInstant()
                    : Instant.parse(text);
            if (!time.isBefore(EARLIEST) && time.isBefore(LATEST)) {
                return time;
            }
        } catch (DateTimeException e) {
            throw QuantException.invalid(field, TIME);
        }
        throw QuantException.invalid(field, TIME);
    }
}
