package org.quantplatform.api.data;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.Adjust;
import org.quantplatform.model.Market;

/**
 * One instrument's bars.
 *
 * @param startDate inclusive, the period in which it lies is whole; null for the earliest
 * @param endDate inclusive, the last period ends on it; null for the latest
 * @param timeframe of a bar; longer ones are rolled up from daily bars after adjustment, on their last day with a bar
 * @param asOf null for what is stored now
 */
public record OhlcvQuery(
        Market market,
        String ticker,
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate,
        Timeframe timeframe,
        Adjust adjust,
        @Nullable AsOf asOf) {

    /** Daily bars. */
    public OhlcvQuery(
            Market market,
            String ticker,
            @Nullable LocalDate startDate,
            @Nullable LocalDate endDate,
            Adjust adjust,
            @Nullable AsOf asOf) {
        this(market, ticker, startDate, endDate, Timeframe.DAY, adjust, asOf);
    }

    /** Daily bars as they are stored now. */
    public OhlcvQuery(
            Market market, String ticker, @Nullable LocalDate startDate, @Nullable LocalDate endDate, Adjust adjust) {
        this(market, ticker, startDate, endDate, adjust, null);
    }
}
