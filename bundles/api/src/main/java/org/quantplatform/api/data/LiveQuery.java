package org.quantplatform.api.data;

import java.util.List;
import java.util.TreeSet;
import org.quantplatform.model.Market;

/**
 * Which live prices are watched.
 *
 * @param source id of a data source that streams
 * @param tickers at least one; sorted and freed of duplicates
 * @param after number of the last event seen, 0 for none
 */
public record LiveQuery(String source, Market market, List<String> tickers, long after) {

    public LiveQuery {
        tickers = List.copyOf(new TreeSet<>(tickers));
    }
}
