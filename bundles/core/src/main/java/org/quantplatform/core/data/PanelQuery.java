package org.quantplatform.core.data;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.Field;
import org.quantplatform.model.Market;

/**
 * Which bars are wanted, and what beside them.
 *
 * @param snapshot as of which import
 * @param tickers empty for every instrument of the market
 * @param to last day, inclusive; null for the latest
 * @param items fields wanted beside prices and volume: items of the accounts as the public knew them on each day, and
 *     what is derived from them; prices and the volume may be named and come anyway
 */
public record PanelQuery(long snapshot, Market market, List<String> tickers, @Nullable LocalDate to, Set<Field> items) {

    /** Tickers are sorted and freed of duplicates. */
    public PanelQuery {
        tickers = List.copyOf(new TreeSet<>(tickers));
        items = Collections.unmodifiableSet(new TreeSet<>(items));
    }

    /** Prices and volume only. */
    public PanelQuery(long snapshot, Market market, List<String> tickers, @Nullable LocalDate to) {
        this(snapshot, market, tickers, to, Set.of());
    }

    public PanelQuery with(Set<Field> wanted) {
        return new PanelQuery(snapshot, market, tickers, to, wanted);
    }
}
