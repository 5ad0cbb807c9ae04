package org.quantplatform.api.data;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.Adjust;
import org.quantplatform.model.Market;

/**
 * One instrument's daily bars.
 *
 * @param startDate inclusive; null for the earliest
 * @param endDate inclusive; null for the latest
 * @param asOf null for what is stored now
 */
public record OhlcvQuery(
        Market market,
        String ticker,
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate,
        Adjust adjust,
        @Nullable AsOf asOf) {

    public OhlcvQuery(
            Market market, String ticker, @Nullable LocalDate startDate, @Nullable LocalDate endDate, Adjust adjust) {
        this(market, ticker, startDate, endDate, adjust, null);
    }
}
