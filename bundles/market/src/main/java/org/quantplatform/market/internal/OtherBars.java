package org.quantplatform.market.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.Fundamental;
import org.quantplatform.model.IndexMember;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Market;
import org.quantplatform.model.Rename;
import org.quantplatform.spi.data.DataSink;
import org.quantplatform.spi.market.MarketRules;

/** Holds what another source says about one instrument; nothing of it is stored. */
final class OtherBars implements DataSink {

    private final String ticker;
    private final MarketRules rules;
    private final BooleanSupplier cancelled;
    private final Map<LocalDate, BarValues> bars = new HashMap<>();
    private final Map<LocalDate, Double> splits = new TreeMap<>();
    private String currency = "";
    private String refusal = "";

    OtherBars(String ticker, MarketRules rules, BooleanSupplier cancelled) {
        this.ticker = ticker;
        this.rules = rules;
        this.cancelled = cancelled;
    }

    /** Null where there is no bar with a positive close. */
    @Nullable
    BarValues at(LocalDate date) {
        return bars.get(date);
    }

    Map<LocalDate, Double> splits() {
        return splits;
    }

    /** Empty when the source does not tell it. */
    String currency() {
        return currency;
    }

    /** The first reason that the source gave for leaving something out; empty when it gave none. */
    String refusal() {
        return refusal;
    }

    @Override
    public void instrument(Instrument instrument) {
        currency = instrument.ticker().equals(ticker) ? instrument.currency() : currency;
    }

    @Override
    public void bar(long line, Market market, String of, LocalDate date, BarValues values) {
        if (of.strip().equals(ticker) && !Double.isNaN(Judge.price(values.close()))) {
            bars.put(date, values);
        }
    }

    @Override
    public void action(long line, CorporateAction action) {
        if (action.ticker().equals(ticker) && action.kind() == CorporateAction.Kind.SPLIT) {
            splits.put(action.exDate(), action.value());
        }
    }

    @Override
    public void rename(long line, Rename rename) {}

    @Override
    public void member(long line, IndexMember member) {}

    @Override
    public void fundamental(long line, Fundamental fundamental) {}

    @Override
    public void refuse(long line, String of, String date, String reason) {
        refusal = refusal.isEmpty() ? reason : refusal;
    }

    @Override
    public boolean isSession(Market market, LocalDate date) {
        return MarketSessions.isOpen(rules.day(date));
    }

    @Override
    public boolean cancelled() {
        return cancelled.getAsBoolean();
    }
}
