package org.quantplatform.api.data;

import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.Market;

/**
 * Which instruments' latest bars are wanted.
 *
 * @param tickers empty for every instrument of the market; sorted and freed of duplicates
 * @param asOf null for what is stored now
 */
public record LatestQuery(Market market, List<String> tickers, @Nullable AsOf asOf) {

    public LatestQuery {
        tickers = List.copyOf(new TreeSet<>(tickers));
    }
}
