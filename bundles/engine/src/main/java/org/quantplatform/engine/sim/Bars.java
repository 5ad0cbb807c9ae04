package org.quantplatform.engine.sim;

import org.quantplatform.model.Field;
import org.quantplatform.model.FillPrice;
import org.quantplatform.model.Order;
import org.quantplatform.model.Panel;
import org.quantplatform.model.Side;

/**
 * At which price of a bar an order is filled, when the way of the price within the bar is not known: always the worse of
 * the ways that the bar allows.
 */
final class Bars {

    /** Parts of a bar in their order. */
    enum Phase {
        OPEN,
        WITHIN,
        CLOSE
    }

    private final int days;
    private final double[] opens;
    private final double[] highs;
    private final double[] lows;
    private final double[] closes;
    private final FillPrices fills;
    private final Phase marketPhase;

    /** Absent fields count as absent prices: what needs them is not filled. */
    Bars(Panel prices, FillPrice rule, FillPrices fills) {
        this.days = prices.days();
        this.closes = prices.column(Field.CLOSE);
        this.opens = column(prices, Field.OPEN);
        this.highs = column(prices, Field.HIGH);
        this.lows = column(prices, Field.LOW);
        this.fills = fills;
        this.marketPhase = switch (rule) {
            case NEXT_OPEN -> Phase.OPEN;
            case NEXT_VWAP -> Phase.WITHIN;
            case NEXT_CLOSE, SAME_CLOSE -> Phase.CLOSE;
        };
    }

    private static double[] column(Panel prices, Field field) {
        return prices.has(field) ? prices.column(field) : new double[0];
    }

    private double value(double[] column, int asset, int day) {
        double value = column.length == 0 ? Double.NaN : column[asset * days + day];
        return value > 0 ? value : Double.NaN;
    }

    /** Undisturbed price of the fill in this part of the bar, NaN for none. May bring a stop to life. */
    double fillPrice(OpenOrder open, int day, Phase phase) {
        Order order = open.order();
        return switch (order.type()) {
            case MARKET -> phase == marketPhase ? fills.price(open.asset(), day) : Double.NaN;
            case MARKET_ON_CLOSE -> phase == Phase.CLOSE ? value(closes, open.asset(), day) : Double.NaN;
            case LIMIT -> limit(open, order.limit(), day, phase);
            case STOP -> stop(open, day, phase);
            case STOP_LIMIT -> stopLimit(open, day, phase);
        };
    }

    /** At the open when it is at the limit or better; within the bar at the limit, when the price went through it. */
    private double limit(OpenOrder open, double limit, int day, Phase phase) {
        boolean buys = open.side() == Side.BUY;
        double first = value(opens, open.asset(), day);
        if (phase == Phase.OPEN) {
            return buys ? first <= limit ? first : Double.NaN : first >= limit ? first : Double.NaN;
        }
        double extreme = value(buys ? lows : highs, open.asset(), day);
        boolean through = buys ? extreme < limit : extreme > limit;
        return phase == Phase.WITHIN && through ? limit : Double.NaN;
    }

    /** At the open when that is at or beyond the stop; within the bar at the stop, when the price touched it. */
    private double stop(OpenOrder open, int day, Phase phase) {
        boolean buys = open.side() == Side.BUY;
        double stop = open.order().stop();
        double first = value(opens, open.asset(), day);
        if (phase == Phase.OPEN) {
            return buys ? first >= stop ? first : Double.NaN : first <= stop ? first : Double.NaN;
        }
        double extreme = value(buys ? highs : lows, open.asset(), day);
        boolean touched = buys ? extreme >= stop : extreme <= stop;
        return phase == Phase.WITHIN && touched ? stop : Double.NaN;
    }

    /** Once alive a limit order. One that comes to life beyond its limit within a bar waits for the next bar. */
    private double stopLimit(OpenOrder open, int day, Phase phase) {
        double limit = open.order().limit();
        if (open.alive()) {
            return open.aliveSince() == day && !open.aliveAtOpen() ? Double.NaN : limit(open, limit, day, phase);
        }
        double trigger = stop(open, day, phase);
        if (Double.isNaN(trigger)) {
            return Double.NaN;
        }
        open.bringToLife(day, phase == Phase.OPEN);
        boolean acceptable = open.side() == Side.BUY ? trigger <= limit : trigger >= limit;
        return acceptable ? trigger : Double.NaN;
    }
}
