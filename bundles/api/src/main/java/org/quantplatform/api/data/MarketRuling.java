package org.quantplatform.api.data;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.AssetType;
import org.quantplatform.model.Market;
import org.quantplatform.model.TradingDay;
import org.quantplatform.model.TradingRule;

/**
 * What a market ruled on a day.
 *
 * @param exchange ISO 10383 code
 * @param settlementDays trading days from a trade to its settlement
 */
public record MarketRuling(
        Market market,
        @Nullable String ticker,
        String exchange,
        AssetType type,
        LocalDate date,
        TradingDay day,
        TradingRule rule,
        int settlementDays) {}
