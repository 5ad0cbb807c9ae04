package org.quantplatform.source.demo.internal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.Fundamental;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Market;
import org.quantplatform.spi.data.DataKind;
import org.quantplatform.spi.data.DataRequest;
import org.quantplatform.spi.data.DataSink;

/** Passes on what was asked for of one market. */
final class Delivery {

    private final DataRequest request;
    private final Market market;
    private final DataSink sink;

    Delivery(DataRequest request, Market market, DataSink sink) {
        this.request = request;
        this.market = market;
        this.sink = sink;
    }

    void instrument(Instrument instrument) {
        if (request.kinds().contains(DataKind.INSTRUMENTS)) {
            sink.instrument(instrument);
        }
    }

    void bar(String ticker, LocalDate date, DataSink.BarValues values) {
        if (request.kinds().contains(DataKind.DAILY_BARS) && inRange(date)) {
            sink.bar(0, market, ticker, date, values);
        }
    }

    void action(CorporateAction action) {
        if (request.kinds().contains(DataKind.CORPORATE_ACTIONS) && inRange(action.exDate())) {
            sink.action(action);
        }
    }

    void fundamental(Fundamental fundamental) {
        if (request.kinds().contains(DataKind.FUNDAMENTALS) && inRange(fundamental.published())) {
            sink.fundamental(fundamental);
        }
    }

    private boolean inRange(LocalDate date) {
        @Nullable LocalDate from = request.from();
        @Nullable LocalDate to = request.to();
        return (from == null || !date.isBefore(from)) && (to == null || !date.isAfter(to));
    }
}
