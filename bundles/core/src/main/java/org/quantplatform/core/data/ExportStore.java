package org.quantplatform.core.data;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import org.quantplatform.api.data.ExportQuery;
import org.quantplatform.core.files.Rows;

/** Reads stored data from end to end, a row at a time. */
public interface ExportStore {

    /**
     * The state that the query means.
     *
     * @param snapshot up to which rows are shown
     * @param token names the snapshot beyond this database; empty when there is none
     */
    record State(long snapshot, String token) {}

    /** Prices as stated, NaN for what is absent; an empty flag for none. */
    record BarRow(
            String ticker,
            LocalDate date,
            double open,
            double high,
            double low,
            double close,
            double volume,
            String flag) {}

    /** A bar of the minute that starts then; values as of {@link BarRow}. */
    record MinuteRow(
            String ticker,
            Instant start,
            double open,
            double high,
            double low,
            double close,
            double volume,
            String flag) {}

    /** Its kind as in files to import. */
    record ActionRow(String ticker, LocalDate date, String kind, double value) {}

    /** An item of a company's accounts. */
    record FactRow(String ticker, String item, LocalDate periodEnd, LocalDate published, double value) {}

    /** Refuses {@code NOT_FOUND} when an instrument or the snapshot is not known. */
    State state(ExportQuery query);

    /** In order of ticker and day. */
    void bars(ExportQuery query, State state, Rows<BarRow> out) throws IOException;

    /** In order of ticker and time. */
    void minutes(ExportQuery query, State state, Rows<MinuteRow> out) throws IOException;

    /** In order of ticker, day and kind. */
    void actions(ExportQuery query, State state, Rows<ActionRow> out) throws IOException;

    /** In order of ticker, item, period and publication. */
    void facts(ExportQuery query, State state, Rows<FactRow> out) throws IOException;
}
