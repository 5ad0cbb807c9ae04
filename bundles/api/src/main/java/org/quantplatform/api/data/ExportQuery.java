package org.quantplatform.api.data;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.backtests.ResultFormat;
import org.quantplatform.model.Market;
import org.quantplatform.model.Quality;
import org.quantplatform.model.QuantException;

/**
 * Which stored data is wanted as a file, in order of ticker and day. Nothing is adjusted: the file says what is stored.
 *
 * @param tickers empty for every instrument of the market, 1 to 100 for minutes; sorted and freed of duplicates
 * @param startDate inclusive, null for the earliest; of bars the day, of minutes the day of the exchange, of actions the ex-date, of accounts the publication
 * @param endDate inclusive, null for the latest
 * @param asOf null for what is stored now
 * @param quality of bars
 * @param format {@code CSV} or {@code PARQUET}
 */
public record ExportQuery(
        ExportKind kind,
        Market market,
        List<String> tickers,
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate,
        @Nullable AsOf asOf,
        Quality quality,
        ResultFormat format) {

    private static final int MOST_OF_MINUTES = 100;

    /** @throws QuantException {@code INVALID_REQUEST} for dates in the wrong order, minutes of unnamed shares or another format */
    public ExportQuery {
        tickers = List.copyOf(new TreeSet<>(tickers));
        if (startDate != null && endDate != null && endDate.isBefore(startDate)) {
            throw QuantException.invalid("end_date", "must not be before start_date");
        }
        if (kind == ExportKind.MINUTES && (tickers.isEmpty() || tickers.size() > MOST_OF_MINUTES)) {
            throw QuantException.invalid("tickers", "must be 1 to " + MOST_OF_MINUTES + " for minutes");
        }
        if (format == ResultFormat.JSON) {
            throw QuantException.invalid("format", "must be csv or parquet");
        }
    }
}
