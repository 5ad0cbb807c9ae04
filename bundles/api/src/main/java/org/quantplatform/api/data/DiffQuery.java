package org.quantplatform.api.data;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.Market;

/**
 * Which two states of a market are compared.
 *
 * @param from the earlier snapshot; 0 for no data at all
 * @param to the later snapshot
 * @param ticker all when left out
 */
public record DiffQuery(Market market, long from, long to, @Nullable String ticker) {

    public DiffQuery {
        Objects.requireNonNull(market, "market");
    }
}
