package org.quantplatform.research.internal.backtests;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quantplatform.core.data.MarketPanel;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.Field;
import org.quantplatform.model.Holding;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Panel;
import org.quantplatform.model.ShareRule;
import org.quantplatform.model.Side;
import org.quantplatform.model.Trade;

/** Works out from a run's trades what it held on a day, by the rules of the simulator. */
final class HoldingsReplay {

    private final Panel prices;
    /** By index of the first day on which they count. */
    private final Map<Integer, List<CorporateAction>> splits = new TreeMap<>();

    private final Map<String, Position> positions = new TreeMap<>();
    private final Map<String, LocalDate> lastDays = new TreeMap<>();
    private final Map<String, LocalDate> silentAfter = new TreeMap<>();
    private final boolean whole;

    HoldingsReplay(MarketPanel market, ShareRule rule) {
        this.prices = market.prices();
        this.whole = rule == ShareRule.WHOLE;
        for (Instrument instrument : market.instruments()) {
            if (instrument.delisted() != null) {
                silentAfter.put(instrument.ticker(), instrument.delisted());
            }
        }
        for (CorporateAction action : market.actions()) {
            if (action.kind() == CorporateAction.Kind.DELISTING) {
                lastDays.put(action.ticker(), action.exDate());
                silentAfter.remove(action.ticker());
            } else if (action.kind() == CorporateAction.Kind.SPLIT) {
                splits.computeIfAbsent(prices.firstDayFrom(action.exDate()), day -> new ArrayList<>())
                        .add(action);
            }
        }
    }

    /**
     * @param trades in order of time
     * @param equity of the portfolio at that day's close
     */
    List<Holding> at(LocalDate date, List<Trade> trades, double equity) {
        int last = prices.lastDayTo(date);
        int next = 0;
        for (int day = 0; day <= last; day++) {
            int today = day;
            splits.getOrDefault(day, List.of()).forEach(this::split);
            positions.keySet().removeIf(ticker -> isGone(ticker, today));
            for (; next < trades.size() && trades.get(next).date().equals(prices.date(day)); next++) {
                trade(trades.get(next));
            }
            positions.replaceAll((ticker, position) -> position.markedAt(close(ticker, today)));
        }
        List<Holding> holdings = new ArrayList<>();
        positions.forEach((ticker, position) -> holdings.add(holding(ticker, position, prices.date(last), equity)));
        return holdings;
    }

    /** As in the simulator: after the day of a delisting, or, without one, when prices have ended for good. */
    private boolean isGone(String ticker, int day) {
        LocalDate today = prices.date(day);
        return lastDays.getOrDefault(ticker, LocalDate.MAX).isBefore(today)
                || silentAfter.getOrDefault(ticker, LocalDate.MAX).isBefore(today) && !(close(ticker, day) > 0);
    }

    private double close(String ticker, int day) {
        return prices.value(Field.CLOSE, Collections.binarySearch(prices.tickers(), ticker), day);
    }

    private void split(CorporateAction action) {
        Position held = positions.get(action.ticker());
        if (held == null) {
            return;
        }
        double after = held.shares() * action.value();
        double kept = whole ? Math.floor(after + 1e-9) : after;
        put(action.ticker(), new Position(kept, held.cost() * (kept / after), held.mark() / action.value()));
    }

    private void trade(Trade trade) {
        Position held = positions.getOrDefault(trade.ticker(), new Position(0, 0, trade.price()));
        if (trade.side() == Side.BUY) {
            double cost = held.cost() + trade.notional() + trade.commission() + trade.tax();
            put(trade.ticker(), new Position(held.shares() + trade.shares(), cost, held.mark()));
            return;
        }
        double left = held.shares() - trade.shares();
        // Selling a whole position leaves a rest of the order of one rounding.
        if (left <= 1e-9 * Math.max(1, held.shares())) {
            positions.remove(trade.ticker());
            return;
        }
        put(trade.ticker(), new Position(left, held.cost() * (left / held.shares()), held.mark()));
    }

    private void put(String ticker, Position position) {
        if (position.shares() == 0) {
            positions.remove(ticker);
            return;
        }
        positions.put(ticker, position);
    }

    private static Holding holding(String ticker, Position position, LocalDate date, double equity) {
        double value = position.shares() * position.mark();
        return new Holding(
                date,
                ticker,
                position.shares(),
                position.mark(),
                value,
                value / equity,
                position.cost() / position.shares(),
                value - position.cost());
    }

    /**
     * @param cost of all its shares together
     * @param mark last known close, in terms of today's shares; until the first close, the price paid
     */
    private record Position(double shares, double cost, double mark) {

        Position markedAt(double close) {
            return close > 0 ? new Position(shares, cost, close) : this;
        }
    }
}
