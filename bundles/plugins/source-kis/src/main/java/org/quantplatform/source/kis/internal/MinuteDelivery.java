package org.quantplatform.source.kis.internal;

import java.time.Instant;
import java.time.LocalDateTime;
import org.quantplatform.spi.data.DataSink.BarValues;
import org.quantplatform.spi.data.MinuteRequest;
import org.quantplatform.spi.data.MinuteSink;

/** Passes on what was asked for of one ticker. */
final class MinuteDelivery {

    private final MinuteRequest request;
    private final String ticker;
    private final MinuteSink sink;
    private boolean unknown;

    MinuteDelivery(MinuteRequest request, String ticker, MinuteSink sink) {
        this.request = request;
        this.ticker = ticker;
        this.sink = sink;
    }

    String ticker() {
        return ticker;
    }

    /** @param start by the clock of the exchange */
    void bar(LocalDateTime start, BarValues values) {
        Instant time = start.atZone(request.market().zone()).toInstant();
        if (request.covers(time)) {
            sink.bar(ticker, time, values);
        }
    }

    void refuse(String time, String reason) {
        sink.refuse(ticker, time, reason);
    }

    /** The provider does not know the ticker, so that there is no use in asking again. */
    void refuseAll(String reason) {
        unknown = true;
        refuse("", reason);
    }

    boolean ended() {
        return unknown || sink.cancelled();
    }
}
