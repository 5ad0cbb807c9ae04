package org.quantplatform.api.data;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.Market;

/**
 * Which items of an instrument's accounts are wanted.
 *
 * @param item all when left out
 * @param publishedTo last day on which they became public, inclusive; all when left out
 * @param asOf null for what is stored now
 */
public record FundamentalQuery(
        Market market, String ticker, @Nullable String item, @Nullable LocalDate publishedTo, @Nullable AsOf asOf) {

    public FundamentalQuery {
        Objects.requireNonNull(market, "market");
        Objects.requireNonNull(ticker, "ticker");
    }
}
