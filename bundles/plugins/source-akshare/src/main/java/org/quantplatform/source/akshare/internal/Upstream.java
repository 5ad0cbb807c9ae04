package org.quantplatform.source.akshare.internal;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.BiConsumer;
import org.quantplatform.model.Instrument;
import org.quantplatform.source.http.Asked;

/** Where the data is had from. What cannot be read is told to {@code refusals} by its day and a reason. */
interface Upstream {

    /** All shares of Shanghai, Shenzhen and Beijing. */
    List<Instrument> instruments() throws IOException;

    /** As they were traded, in lots. */
    Bars<LocalDate> bars(SecurityId share, Asked asked) throws IOException;

    /** Of the last five sessions by their start, as they were traded, in lots. */
    Bars<LocalDateTime> minutes(SecurityId share) throws IOException;

    /** Done ones, one for each ex-date, ascending. */
    List<Distribution> distributions(SecurityId share, BiConsumer<String, String> refusals) throws IOException;

    /** Announced ones. */
    List<Report> reports(SecurityId share, BiConsumer<String, String> refusals) throws IOException;
}
