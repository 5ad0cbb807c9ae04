package org.quantplatform.api.data;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.Market;

/**
 * Which days of a market's calendar are wanted.
 *
 * @param from today in the market when left out
 * @param to inclusive, 30 days after {@code from} when left out; at most 3660 days after it
 */
public record CalendarQuery(Market market, @Nullable LocalDate from, @Nullable LocalDate to) {

    public CalendarQuery {
        Objects.requireNonNull(market, "market");
    }
}
