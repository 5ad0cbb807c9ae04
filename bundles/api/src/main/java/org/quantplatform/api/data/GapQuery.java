package org.quantplatform.api.data;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.Market;
import org.quantplatform.model.QuantException;

/**
 * Where missing days are looked for.
 *
 * @param timeframe {@code DAY} or {@code MINUTE}; {@code QuantException} with {@code INVALID_REQUEST} for another one. Of minutes,
 *     sessions without any are told, from an instrument's first one on
 * @param ticker all instruments of the market when left out
 * @param startDate 365 days before the end when left out
 * @param endDate the latest session that has closed when left out, and never a later one
 */
public record GapQuery(
        Market market,
        Timeframe timeframe,
        @Nullable String ticker,
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate) {

    public GapQuery {
        Objects.requireNonNull(market, "market");
        if (timeframe != Timeframe.DAY && timeframe != Timeframe.MINUTE) {
            throw QuantException.invalid("timeframe", "must be 1d or 1m");
        }
    }
}
