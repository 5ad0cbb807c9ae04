package org.quantplatform.api.backtests;

import org.jspecify.annotations.Nullable;
import org.quantplatform.model.QuantException;

/** Which file of a run's result is wanted. */
public record ResultQuery(ResultFormat format, ResultTable table) {

    /**
     * @throws QuantException {@code INVALID_REQUEST} on field {@code table} when the format holds one table and all are
     *     asked for
     */
    public ResultQuery {
        if (table == ResultTable.ALL && format != ResultFormat.JSON) {
            throw QuantException.invalid(
                    "table",
                    "must be trades, equity or holdings; a file of format " + format.extension() + " holds one");
        }
    }

    /** @param table when null, everything as JSON and the trades in any other format */
    public static ResultQuery of(ResultFormat format, @Nullable ResultTable table) {
        ResultTable usual = format == ResultFormat.JSON ? ResultTable.ALL : ResultTable.TRADES;
        return new ResultQuery(format, table == null ? usual : table);
    }
}
