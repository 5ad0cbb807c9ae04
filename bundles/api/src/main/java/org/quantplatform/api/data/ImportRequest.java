package org.quantplatform.api.data;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.Market;
import org.quantplatform.model.PriceBasis;

/**
 * What to import and how to read it.
 *
 * @param source id of the data source, {@code csv} when left out
 * @param market needed by file sources; null means all markets of the source
 * @param exchange of instruments not yet known, the market's when left out
 * @param timeframe {@code 1d} when left out
 * @param priceBasis what the source has done to prices, {@code RAW} when left out
 * @param layout {@code long} (a row per bar) or {@code wide} (a column per ticker)
 * @param field for {@code wide}: the field that the cells hold, {@code close} when left out
 * @param columns for {@code long}: name in the file by our name (ticker, date, open, high, low, close, volume)
 * @param options further options of the source; {@code kind} tells a file source what the rows are, {@code bars} when left
 *     out or {@code fundamentals}, whose columns are ticker, item, period_end, published and value
 * @param serverFiles names of files in the server's import folder, instead of uploads
 */
public record ImportRequest(
        @Nullable String source,
        @Nullable Market market,
        @Nullable String exchange,
        @Nullable String currency,
        @Nullable String timeframe,
        @Nullable PriceBasis priceBasis,
        @Nullable String layout,
        @Nullable String field,
        @Nullable Map<String, String> columns,
        @Nullable Map<String, String> options,
        @Nullable List<String> serverFiles) {

    /** Everything that a source without files has. */
    public static ImportRequest ofSource(String source) {
        return new ImportRequest(source, null, null, null, null, null, null, null, null, null, null);
    }
}
