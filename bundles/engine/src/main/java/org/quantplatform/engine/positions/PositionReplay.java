package org.quantplatform.engine.positions;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quantplatform.engine.positions.Follower.Move;
import org.quantplatform.model.CashFlow;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.Side;
import org.quantplatform.model.Trade;

/** Goes through a run once, by its trades and flows alone: no rule of the simulator is told twice. */
final class PositionReplay {

    /** Selling a whole position leaves a rest of the order of one rounding. */
    private static final double ROUNDING = 1e-9;

    private final History history;
    private final List<Follower> followers;
    private final Positions positions;
    private final Map<String, Integer> assets = new HashMap<>();
    private final Map<String, Double> splits = new HashMap<>();
    private int trade;
    private int flow;

    private PositionReplay(History history, List<Follower> followers) {
        this.history = history;
        this.followers = followers;
        this.positions = new Positions(history.prices());
        List<String> tickers = history.prices().tickers();
        for (int asset = 0; asset < tickers.size(); asset++) {
            assets.put(tickers.get(asset), asset);
        }
        for (CorporateAction action : history.actions()) {
            int day = history.prices().firstDayFrom(action.exDate());
            if (action.kind() == CorporateAction.Kind.SPLIT
                    && day < history.prices().days()) {
                splits.merge(splitKey(action.ticker(), day), action.value(), (first, second) -> first * second);
            }
        }
    }

    static void follow(History history, Follower... followers) {
        PositionReplay replay = new PositionReplay(history, List.of(followers));
        for (int day = history.firstDay(); day <= history.lastDay(); day++) {
            replay.run(day);
        }
    }

    private void run(int day) {
        LocalDate date = history.prices().date(day);
        for (;
                flow < history.flows().size()
                        && !history.flows().get(flow).date().isAfter(date);
                flow++) {
            flow(day, history.flows().get(flow));
        }
        for (;
                trade < history.trades().size()
                        && !history.trades().get(trade).date().isAfter(date);
                trade++) {
            trade(day, history.trades().get(trade));
        }
        positions.markToClose(day, history.rate(day));
        followers.forEach(follower -> follower.closed(day, positions));
    }

    private void flow(int day, CashFlow event) {
        Integer asset = assets.get(event.ticker());
        if (asset == null) {
            return;
        }
        double before = positions.shares(asset);
        boolean changes = event.kind() == CashFlow.Kind.SPLIT || event.kind() == CashFlow.Kind.DELISTING;
        double after = changes && before != 0 ? event.sharesAfter() : before;
        if (event.kind() == CashFlow.Kind.SPLIT) {
            // two splits of a day come as two flows, the first of which takes both ratios
            Double ratio = splits.remove(splitKey(event.ticker(), day));
            positions.split(asset, ratio == null ? 1 : ratio);
        }
        positions.set(asset, after, 0);
        tell(new Move(asset, day, after, event.amount() * history.rate(day), null, event));
    }

    private void trade(int day, Trade fill) {
        Integer asset = assets.get(fill.ticker());
        if (asset == null) {
            return;
        }
        boolean sells = fill.side() == Side.SELL;
        double before = positions.shares(asset);
        double after = before + (sells ? -fill.shares() : fill.shares());
        after = Math.abs(after) <= ROUNDING * Math.max(1, Math.abs(before)) ? 0 : after;
        double slipped = fill.slippage() / fill.shares();
        positions.set(asset, after, fill.price() + (sells ? slipped : -slipped));
        double cash = (sells ? fill.notional() : -fill.notional()) - fill.commission() - fill.tax();
        tell(new Move(asset, day, after, cash * history.rate(day), fill, null));
    }

    private void tell(Move move) {
        followers.forEach(follower -> follower.moved(move));
    }

    private static String splitKey(String ticker, int day) {
        return ticker + "@" + day;
    }
}
