package org.quantplatform.core.data;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.Field;
import org.quantplatform.model.Market;
import org.quantplatform.model.Quality;
import org.quantplatform.model.Universe;

/**
 * Which bars are wanted, and what beside them.
 *
 * @param snapshot as of which import
 * @param tickers empty for every instrument of the market
 * @param to last day, inclusive; null for the latest
 * @param items fields wanted beside prices and volume: items of the accounts as the public knew them on each day, and
 *     what is derived from them; prices and the volume may be named and come anyway
 * @param quality which bars are wanted
 */
public record PanelQuery(
        long snapshot, Market market, List<String> tickers, @Nullable LocalDate to, Set<Field> items, Quality quality) {

    /** Tickers are sorted and freed of duplicates. */
    public PanelQuery {
        tickers = List.copyOf(new TreeSet<>(tickers));
        items = Collections.unmodifiableSet(new TreeSet<>(items));
    }

    /** With every bar. */
    public PanelQuery(long snapshot, Market market, List<String> tickers, @Nullable LocalDate to, Set<Field> items) {
        this(snapshot, market, tickers, to, items, Quality.ALL);
    }

    /** All that is stored of a universe's tickers, in the quality that it asks for. */
    public static PanelQuery of(long snapshot, Universe universe, @Nullable LocalDate to, Set<Field> items) {
        Quality quality = universe.quality() == null ? Quality.ALL : universe.quality();
        return new PanelQuery(snapshot, universe.market(), universe.tickers(), to, items, quality);
    }

    /** Prices and volume only. */
    public PanelQuery(long snapshot, Market market, List<String> tickers, @Nullable LocalDate to) {
        this(snapshot, market, tickers, to, Set.of());
    }

    public PanelQuery with(Set<Field> wanted) {
        return new PanelQuery(snapshot, market, tickers, to, wanted, quality);
    }
}
