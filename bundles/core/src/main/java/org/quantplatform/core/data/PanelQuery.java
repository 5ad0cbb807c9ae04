package org.quantplatform.core.data;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.Market;

/**
 * Which bars are wanted.
 *
 * @param snapshot as of which import
 * @param tickers empty for every instrument of the market
 * @param to last day, inclusive; null for the latest
 */
public record PanelQuery(long snapshot, Market market, List<String> tickers, @Nullable LocalDate to) {

    /** Tickers are sorted and freed of duplicates. */
    public PanelQuery {
        tickers = List.copyOf(new TreeSet<>(tickers));
    }
}
