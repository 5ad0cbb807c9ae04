package org.quantplatform.api.data;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.Market;

/**
 * Where missing days are looked for.
 *
 * @param ticker all instruments of the market when left out
 * @param startDate 365 days before the end when left out
 * @param endDate the latest session that has closed when left out, and never a later one
 */
public record GapQuery(
        Market market, @Nullable String ticker, @Nullable LocalDate startDate, @Nullable LocalDate endDate) {

    public GapQuery {
        Objects.requireNonNull(market, "market");
    }
}
