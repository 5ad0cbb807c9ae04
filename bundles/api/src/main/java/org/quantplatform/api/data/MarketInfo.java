package org.quantplatform.api.data;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.Market;

/**
 * What is stored of a market.
 *
 * @param synthetic number of instruments whose prices are generated
 * @param firstDate null while there is no bar
 */
public record MarketInfo(
        Market market,
        String currency,
        String exchange,
        String timeZone,
        long instruments,
        long synthetic,
        long bars,
        @Nullable LocalDate firstDate,
        @Nullable LocalDate lastDate) {}
