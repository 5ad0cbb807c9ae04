package org.quantplatform.source.csv.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.Fundamental;
import org.quantplatform.model.IndexMember;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Market;
import org.quantplatform.model.Rename;
import org.quantplatform.spi.PluginException;
import org.quantplatform.spi.data.DataRequest;
import org.quantplatform.spi.data.DataSink;

/** Passes on what was asked for, and names the instruments when the caller told their exchange or currency. */
final class Delivery {

    static final int ROWS_BETWEEN_LOOKS = 4096;
    private static final int MAX_TICKERS = 200_000;

    private final DataSink sink;
    private final Market market;
    private final Set<String> wanted;
    private final @Nullable LocalDate from;
    private final @Nullable LocalDate to;
    private final String exchange;
    private final String currency;
    private final boolean naming;
    private final Map<String, String> known = new HashMap<>();

    Delivery(DataRequest request, CsvOptions options, DataSink sink) {
        this.sink = sink;
        this.market = request.markets().iterator().next();
        this.wanted = new HashSet<>(request.tickers());
        this.from = request.from();
        this.to = request.to();
        this.exchange = options.exchange() == null ? market.exchange() : options.exchange();
        this.currency = options.currency() == null ? market.currency() : options.currency();
        this.naming = !exchange.equals(market.exchange()) || !currency.equals(market.currency());
    }

    /** The one string that stands for all equal ones, so that a file's rows share it. */
    String ticker(String text) {
        String same = known.get(text);
        if (same != null) {
            return same;
        }
        if (known.size() == MAX_TICKERS) {
            throw new PluginException("more than " + MAX_TICKERS + " different tickers; is it the right column?");
        }
        known.put(text, text);
        if (naming && isUsable(text) && asked(text)) {
            sink.instrument(Instrument.unknownStock(market, text, exchange, currency));
        }
        return text;
    }

    /** Bars of other tickers are refused one by one; naming their instrument would refuse the whole file. */
    private static boolean isUsable(String ticker) {
        return !ticker.isEmpty() && ticker.length() <= 32 && ticker.chars().noneMatch(Character::isISOControl);
    }

    void bar(long line, String ticker, LocalDate date, DataSink.BarValues values) {
        if (asked(ticker, date)) {
            sink.bar(line, market, ticker, date, values);
        }
    }

    /** The dates asked for are those of publication. */
    void fundamental(long line, AccountRow row, String item, double value) {
        LocalDate published = row.published();
        if (asked(row.ticker(), published)) {
            sink.fundamental(line, new Fundamental(market, row.ticker(), item, row.periodEnd(), published, value));
        }
    }

    void action(long line, String ticker, CorporateAction.Kind kind, LocalDate date, double value) {
        if (asked(ticker, date)) {
            sink.action(line, new CorporateAction(market, ticker, date, kind, value));
        }
    }

    void rename(long line, String ticker, String newTicker, LocalDate date) {
        if (asked(ticker, date)) {
            sink.rename(line, new Rename(market, ticker, newTicker, date));
        }
    }

    void member(long line, String index, String ticker, LocalDate first, @Nullable LocalDate last) {
        if (asked(ticker)) {
            sink.member(line, new IndexMember(market, index, ticker, first, last));
        }
    }

    void refuse(long line, String ticker, String date, String reason) {
        if (asked(ticker)) {
            sink.refuse(line, ticker, date, reason);
        }
    }

    boolean cancelled() {
        return sink.cancelled();
    }

    private boolean asked(String ticker, LocalDate date) {
        boolean early = from != null && date.isBefore(from);
        boolean late = to != null && date.isAfter(to);
        return !early && !late && asked(ticker);
    }

    private boolean asked(String ticker) {
        return wanted.isEmpty() || wanted.contains(ticker);
    }
}
