package org.quantplatform.market.internal;

import java.time.LocalDate;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.Fundamental;
import org.quantplatform.model.IndexMember;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Market;
import org.quantplatform.model.Rename;
import org.quantplatform.spi.data.DataSink;

/** Passes everything on. */
class ForwardingSink implements DataSink {

    private final DataSink inner;

    ForwardingSink(DataSink inner) {
        this.inner = inner;
    }

    @Override
    public void instrument(Instrument instrument) {
        inner.instrument(instrument);
    }

    @Override
    public void bar(long line, Market market, String ticker, LocalDate date, BarValues values) {
        inner.bar(line, market, ticker, date, values);
    }

    @Override
    public void action(long line, CorporateAction action) {
        inner.action(line, action);
    }

    @Override
    public void rename(long line, Rename rename) {
        inner.rename(line, rename);
    }

    @Override
    public void member(long line, IndexMember member) {
        inner.member(line, member);
    }

    @Override
    public void fundamental(long line, Fundamental fundamental) {
        inner.fundamental(line, fundamental);
    }

    @Override
    public void refuse(long line, String ticker, String date, String reason) {
        inner.refuse(line, ticker, date, reason);
    }

    @Override
    public boolean isSession(Market market, LocalDate date) {
        return inner.isSession(market, date);
    }

    @Override
    public boolean cancelled() {
        return inner.cancelled();
    }
}
