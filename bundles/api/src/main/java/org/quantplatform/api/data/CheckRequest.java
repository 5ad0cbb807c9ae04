package org.quantplatform.api.data;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.Market;

/**
 * Which bars are to be checked.
 *
 * @param market needed
 * @param tickers all stored instruments of the market when left out
 * @param startDate the earliest bar when left out
 * @param endDate the latest bar when left out
 * @param compare nothing is compared when left out
 */
public record CheckRequest(
        Market market,
        @Nullable List<String> tickers,
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate,
        @Nullable CompareWith compare) {}
