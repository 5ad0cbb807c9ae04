package org.quantplatform.market.internal;

import java.time.LocalDate;
import java.util.Set;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.Fundamental;
import org.quantplatform.model.IndexMember;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Market;
import org.quantplatform.model.Rename;
import org.quantplatform.spi.data.DataSink;

/** Lets through what was asked for and counts the rest: some sources can only give more than they are asked for. */
final class AskedSink extends ForwardingSink {

    private final Asked asked;
    private final Set<String> tickers;
    private long surplus;

    /** Which bars were asked for, told by ticker and day. */
    interface Asked {
        boolean bar(String ticker, LocalDate date);
    }

    /** @param tickers of everything else */
    AskedSink(DataSink inner, Set<String> tickers, Asked asked) {
        super(inner);
        this.tickers = tickers;
        this.asked = asked;
    }

    long surplus() {
        return surplus;
    }

    @Override
    public void instrument(Instrument instrument) {
        if (tickers.contains(instrument.ticker())) {
            super.instrument(instrument);
        }
    }

    @Override
    public void bar(long line, Market market, String ticker, LocalDate date, BarValues values) {
        if (asked.bar(ticker.strip(), date)) {
            super.bar(line, market, ticker, date, values);
        } else {
            surplus++;
        }
    }

    @Override
    public void action(long line, CorporateAction action) {
        if (takes(action.ticker())) {
            super.action(line, action);
        }
    }

    @Override
    public void rename(long line, Rename rename) {
        if (takes(rename.ticker())) {
            super.rename(line, rename);
        }
    }

    /** Members of indexes come with an import only: they replace all that is stored of the index. */
    @Override
    public void member(long line, IndexMember member) {
        surplus++;
    }

    @Override
    public void fundamental(long line, Fundamental fundamental) {
        if (takes(fundamental.ticker())) {
            super.fundamental(line, fundamental);
        }
    }

    private boolean takes(String ticker) {
        boolean taken = tickers.contains(ticker);
        surplus += taken ? 0 : 1;
        return taken;
    }
}
