package org.quantplatform.core.data;

import org.jspecify.annotations.Nullable;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.Fundamental;
import org.quantplatform.model.IndexMember;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Market;
import org.quantplatform.model.Rename;

/** Takes rows that passed every check, from one thread. */
public interface RowWriter {

    /** Adds the instrument, or updates what is known of it. */
    void instrument(Instrument instrument);

    void bar(Row row);

    void minute(Minute minute);

    /** An action that stood in no file and does not count as a row. */
    default void action(CorporateAction action) {
        action(0, action);
    }

    /** @param line 0 for one that does not count as a row */
    void action(long line, CorporateAction action);

    /** The merge refuses {@code UNPROCESSABLE} when the old ticker is not stored, or the new one is. */
    void rename(Rename rename);

    /** Of the indexes that are named, the rows replace what was stored. */
    void member(IndexMember member);

    void fundamental(Fact fact);

    /**
     * A bar that passed every check.
     *
     * @param file index of the file in the import
     * @param epochDay days since 1970-01-01
     * @param flag null when every value is good, else the reason for which it is flagged
     */
    record Row(
            int file,
            long line,
            Market market,
            String ticker,
            int epochDay,
            double open,
            double high,
            double low,
            double close,
            double volume,
            @Nullable String flag) {}

    /**
     * A bar of one minute that passed every check.
     *
     * @param epochSecond at which the minute starts
     * @param flag null when every value is good, else the reason for which it is flagged
     */
    record Minute(
            Market market,
            String ticker,
            long epochSecond,
            double open,
            double high,
            double low,
            double close,
            double volume,
            @Nullable String flag) {}

    /**
     * An item of the accounts that passed every check.
     *
     * @param file index of the file in the import
     */
    record Fact(int file, long line, Fundamental fundamental) {}
}
