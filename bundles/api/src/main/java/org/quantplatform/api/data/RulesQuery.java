package org.quantplatform.api.data;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.Market;

/**
 * Whose rules are wanted.
 *
 * @param ticker a stock of the market's first exchange when left out
 * @param date today in the market when left out
 */
public record RulesQuery(Market market, @Nullable String ticker, @Nullable LocalDate date) {

    public RulesQuery {
        Objects.requireNonNull(market, "market");
    }
}
