package org.quantplatform.research.internal.backtests;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quantplatform.core.data.MarketPanel;
import org.quantplatform.engine.kernel.Adjustments;
import org.quantplatform.model.CashFlow;
import org.quantplatform.model.Field;
import org.quantplatform.model.Holding;
import org.quantplatform.model.Panel;
import org.quantplatform.model.Side;
import org.quantplatform.model.Trade;

/** What a run held on a day, by its stored trades and flows alone: no rule of the simulator is told twice. */
final class HoldingsReplay {

    /** Selling a whole position leaves a rest of the order of one rounding. */
    private static final double ROUNDING = 1e-9;

    private final Panel prices;
    private final double[] splitFactors;
    private final Map<String, Position> positions = new TreeMap<>();

    HoldingsReplay(MarketPanel market) {
        this.prices = market.prices();
        this.splitFactors = Adjustments.splitFactors(prices, market.actions());
    }

    /**
     * @param trades in order of time
     * @param flows in order of time; on a day they come before the trades
     * @param rate units of the account's currency for one of the market's
     * @param equity of the portfolio at that day's close, in the account's currency
     */
    List<Holding> at(LocalDate date, List<Trade> trades, List<CashFlow> flows, double rate, double equity) {
        int flow = 0;
        for (Trade trade : trades) {
            if (trade.date().isAfter(date)) {
                break;
            }
            for (; flow < flows.size() && !flows.get(flow).date().isAfter(trade.date()); flow++) {
                change(flows.get(flow));
            }
            trade(trade);
        }
        for (; flow < flows.size() && !flows.get(flow).date().isAfter(date); flow++) {
            change(flows.get(flow));
        }
        List<Holding> holdings = new ArrayList<>();
        positions.forEach((ticker, position) -> holdings.add(holding(ticker, position, date, rate, equity)));
        return holdings;
    }

    private void change(CashFlow flow) {
        boolean changes = flow.kind() == CashFlow.Kind.SPLIT || flow.kind() == CashFlow.Kind.DELISTING;
        Position held = flow.ticker() == null ? null : positions.get(flow.ticker());
        if (!changes || held == null) {
            return;
        }
        if (flow.sharesAfter() == 0) {
            positions.remove(flow.ticker());
            return;
        }
        positions.put(flow.ticker(), new Position(flow.sharesAfter(), held.cost(), held.paid()));
    }

    private void trade(Trade trade) {
        Position held = positions.getOrDefault(trade.ticker(), new Position(0, 0, trade.price()));
        double signed = trade.side() == Side.BUY ? trade.shares() : -trade.shares();
        double after = held.shares() + signed;
        if (Math.abs(after) <= ROUNDING * Math.max(1, Math.abs(held.shares()))) {
            positions.remove(trade.ticker());
            return;
        }
        boolean grows = held.shares() * signed >= 0;
        double costs = trade.commission() + trade.tax();
        double cost = grows ? held.cost() + signed * trade.price() + costs : held.cost() * (after / held.shares());
        positions.put(trade.ticker(), new Position(after, cost, held.paid()));
    }

    private Holding holding(String ticker, Position position, LocalDate date, double rate, double equity) {
        double price = price(ticker, date, position.paid());
        double value = position.shares() * price * rate;
        return new Holding(
                date,
                ticker,
                position.shares(),
                price,
                value,
                value / equity,
                position.cost() / position.shares(),
                value - position.cost() * rate);
    }

    /** The last known close, in terms of the day's shares; until the first, what was paid. */
    private double price(String ticker, LocalDate date, double paid) {
        int start = Collections.binarySearch(prices.tickers(), ticker) * prices.days();
        double[] closes = prices.column(Field.CLOSE);
        int last = start + prices.lastDayTo(date);
        for (int at = last; at >= start; at--) {
            if (closes[at] > 0) {
                return closes[at] * splitFactors[at] / splitFactors[last];
            }
        }
        return paid;
    }

    /**
     * @param cost of all its shares together, in the market's currency; negative for what a short position brought in
     * @param paid price of the first trade
     */
    private record Position(double shares, double cost, double paid) {}
}
