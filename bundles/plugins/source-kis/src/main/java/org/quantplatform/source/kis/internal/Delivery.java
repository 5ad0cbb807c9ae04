package org.quantplatform.source.kis.internal;

import java.time.LocalDate;
import org.quantplatform.model.Market;
import org.quantplatform.spi.data.DataSink;
import org.quantplatform.spi.data.DataSink.BarValues;

/** Passes on what belongs to one ticker. */
record Delivery(Market market, String ticker, DataSink sink) {

    void bar(LocalDate day, BarValues values) {
        sink.bar(0, market, ticker, day, values);
    }

    void refuse(String day, String reason) {
        sink.refuse(0, ticker, day, reason);
    }

    boolean cancelled() {
        return sink.cancelled();
    }
}
