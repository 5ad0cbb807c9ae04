package org.quantplatform.spi.data;

import java.time.Instant;
import java.time.LocalDate;
import org.osgi.annotation.versioning.ProviderType;
import org.quantplatform.spi.data.DataSink.BarValues;

/**
 * Takes the minute bars of one request, in any order, from one thread. The sink, not the source, judges whether a bar is
 * good: a source passes on what it was given and refuses only what it cannot read.
 */
@ProviderType
public interface MinuteSink {

    /**
     * A bar of one minute.
     *
     * @param start of the minute; a source whose provider states the end subtracts a minute. The day in the exchange's zone
     *     on which it lies is the bar's session
     * @param values absent is NaN
     */
    void bar(String ticker, Instant start, BarValues values);

    /** A row that the source could not read; {@code time} as it was written, empty when the ticker as a whole is refused. */
    void refuse(String ticker, String time, String reason);

    /** True when the market trades on this day; weekdays stand in where its calendar does not reach. */
    boolean isSession(LocalDate date);

    /** True when the caller wants the work to end; the source returns soon. */
    boolean cancelled();
}
