package org.quantplatform.market.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.data.Timeframe;
import org.quantplatform.api.data.UpdateMode;
import org.quantplatform.model.Market;
import org.quantplatform.model.PriceBasis;

/**
 * What an update's job will ask for, with every default filled in when it was submitted, so that it asks for the same when
 * it runs again.
 *
 * @param tickers empty for all
 * @param chunkSize 0 for as many instruments as suit the days
 * @param timeframe {@code 1d} when it was stored without one
 */
record StoredUpdate(
        Market market,
        List<String> sources,
        UpdateMode mode,
        List<String> tickers,
        LocalDate startDate,
        LocalDate endDate,
        int overlapDays,
        int chunkSize,
        boolean actions,
        PriceBasis priceBasis,
        Map<String, String> options,
        @Nullable String timeframe) {

    StoredUpdate {
        sources = List.copyOf(sources);
        tickers = List.copyOf(tickers);
        options = Map.copyOf(options);
        timeframe = timeframe == null ? Timeframe.DAY.code() : timeframe;
    }

    /** Whether bars of minutes are asked for, not of days. */
    boolean minutes() {
        return Timeframe.MINUTE.code().equals(timeframe);
    }

    /** What its bars cover. */
    Timeframe bars() {
        return minutes() ? Timeframe.MINUTE : Timeframe.DAY;
    }
}
