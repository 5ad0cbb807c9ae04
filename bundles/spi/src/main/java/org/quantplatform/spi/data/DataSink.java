package org.quantplatform.spi.data;

import java.time.LocalDate;
import org.osgi.annotation.versioning.ProviderType;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.Fundamental;
import org.quantplatform.model.IndexMember;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Market;
import org.quantplatform.model.Rename;

/**
 * Takes what a source delivers, in any order, from one thread. The sink, not the source, judges whether a bar is good:
 * a source passes on what it was given and refuses only what it cannot read.
 */
@ProviderType
public interface DataSink {

    void instrument(Instrument instrument);

    /**
     * A daily bar.
     *
     * @param line where it stood in its file, from 1, or 0 when there is no file
     * @param ticker may be empty: the sink refuses it
     * @param values absent is NaN
     */
    void bar(long line, Market market, String ticker, LocalDate date, BarValues values);

    /** A corporate action that stood in no file. */
    default void action(CorporateAction action) {
        action(0, action);
    }

    /**
     * A corporate action.
     *
     * @param line where it stood in its file, from 1, or 0 when there is no file
     */
    void action(long line, CorporateAction action);

    /** A new ticker; what is stored under the old one goes on under the new one. */
    void rename(long line, Rename rename);

    /** Of the indexes that an import names, the times it brings replace those that were stored. */
    void member(long line, IndexMember member);

    /** An item of the accounts that stood in no file. */
    default void fundamental(Fundamental fundamental) {
        fundamental(0, fundamental);
    }

    /**
     * An item of the accounts.
     *
     * @param line where it stood in its file, from 1, or 0 when there is no file
     */
    void fundamental(long line, Fundamental fundamental);

    /** A row that the source could not read; {@code ticker} and {@code date} as far as they could be told, else empty. */
    void refuse(long line, String ticker, String date, String reason);

    /** True when the market trades on this day; weekdays stand in where its calendar does not reach. */
    boolean isSession(Market market, LocalDate date);

    /** True when the caller wants the work to end; the source returns soon. */
    boolean cancelled();

    /** Prices in the instrument's currency; volume in shares. */
    record BarValues(double open, double high, double low, double close, double volume) {}
}
