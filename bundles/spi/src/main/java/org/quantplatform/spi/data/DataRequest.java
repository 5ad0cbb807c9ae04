package org.quantplatform.spi.data;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.Market;

/**
 * What is asked of a source. Days are those of bars, ex-dates of corporate actions, and for accounts the days on which they
 * were published, whichever periods they are about; a list of instruments is whole whatever the days are.
 *
 * @param markets the markets wanted; file sources are asked for exactly one
 * @param tickers empty means all
 * @param from first day wanted, null for the earliest
 * @param to last day wanted, inclusive, null for the latest
 * @param options of the source, flat names such as {@code columns.ticker}; values as the caller wrote them
 */
public record DataRequest(
        Set<DataKind> kinds,
        Set<Market> markets,
        List<String> tickers,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Map<String, String> options,
        List<InputFile> files) {

    public DataRequest {
        kinds = Set.copyOf(kinds);
        markets = Set.copyOf(markets);
        tickers = List.copyOf(tickers);
        options = Map.copyOf(options);
        files = List.copyOf(files);
    }
}
