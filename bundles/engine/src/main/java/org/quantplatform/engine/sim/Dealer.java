package org.quantplatform.engine.sim;

import java.util.Arrays;
import org.quantplatform.model.Field;
import org.quantplatform.model.Panel;
import org.quantplatform.model.Side;
import org.quantplatform.model.Ticks;

/** Fills orders in the market: says how much of one can be filled, at which price and cost, and books it. */
final class Dealer {

    /** Prices that sources state in single precision are this much beside a limit. */
    private static final double AT_LIMIT = 1e-6;

    private final int days;
    private final Terms terms;
    private final TradingRules rules;
    private final Lots lots;
    private final Charges charges;
    private final Book book;
    private final Fill fill = new Fill();
    private final double[] volumes;
    /** Shares filled on the day of {@link #filledOn}; only kept when volume limits them. */
    private final double[] filled;

    private final int[] filledOn;

    Dealer(Setup setup, Lots lots, Charges charges, Book book) {
        Panel prices = setup.prices();
        this.days = prices.days();
        this.terms = setup.terms();
        this.rules = terms.rules();
        this.lots = lots;
        this.charges = charges;
        this.book = book;
        boolean counts = terms.liquidity().limited() || rules.needsVolume();
        this.volumes = counts ? prices.column(Field.VOLUME) : new double[0];
        this.filled = new double[terms.liquidity().limited() ? prices.assets() : 0];
        this.filledOn = new int[filled.length];
        Arrays.fill(filledOn, -1);
    }

    Lots lots() {
        return lots;
    }

    void at(int day, int signalDay) {
        fill.day = day;
        fill.signalDay = signalDay;
    }

    int day() {
        return fill.day;
    }

    /** How many of {@code wanted} shares can be sold at the price; a long position is not sold short by it. */
    double sellable(int asset, double wanted, double price) {
        if (price <= rules.downLimit(asset, fill.day) * (1 + AT_LIMIT)) {
            return 0;
        }
        double held = book.shares(asset);
        if (held <= 0 && !rules.shorts(asset, fill.day)) {
            return 0;
        }
        double free = rules.sellsNextDay(asset, fill.day) ? book.heldBefore(asset, fill.day) : held;
        double most = onTheMarket(asset, held > 0 ? Math.min(wanted, free) : wanted);
        double possible = most == wanted
                ? wanted
                : held > 0 ? lots.sale(asset, fill.day, held, most) : lots.round(asset, fill.day, most);
        boolean tooFew = lots.whole() && possible < rules.least(asset, fill.day) && possible != held;
        return tooFew ? 0 : possible;
    }

    /** How many of {@code wanted} shares can be bought at the price. */
    double buyable(int asset, double wanted, double price) {
        if (price >= rules.upLimit(asset, fill.day) * (1 - AT_LIMIT)) {
            return 0;
        }
        double most = onTheMarket(asset, wanted);
        return most == wanted ? wanted : lots.round(asset, fill.day, most);
    }

    /** What is left of the bar's volume for the run. */
    private double onTheMarket(int asset, double wanted) {
        if (volumes.length == 0) {
            return wanted;
        }
        double volume = volumes[asset * days + fill.day];
        if (!(volume > 0)) {
            return 0;
        }
        if (filled.length == 0) {
            return wanted;
        }
        double taken = filledOn[asset] == fill.day ? filled[asset] : 0;
        return Math.min(wanted, Math.max(0, terms.liquidity().participation() * volume - taken));
    }

    /**
     * Works out price and costs of a fill.
     *
     * @param passive true for a fill at a limit, which slippage does not make worse
     * @return false when there is no market for it
     */
    boolean price(int asset, Side side, double shares, double raw, boolean passive) {
        double slippage = passive ? 0 : terms.slippage().fraction(asset, fill.day, shares);
        if (!(slippage >= 0)) {
            return false;
        }
        fill.price = raw;
        fill.slippage = slippage;
        fill.executed = raw * (side == Side.BUY ? 1 + slippage : 1 - slippage);
        fill.rate = book.rateOf(asset);
        double tick = rules.tick(asset, fill.day, fill.executed);
        if (tick > 0) {
            onTick(asset, (side == Side.BUY) != passive, tick);
        }
        fill.bill.reset();
        charges.charge(asset, fill.day, side, shares, fill.executed, fill.bill);
        return true;
    }

    /** To the next tick against the trader, at a limit in his favour, but never outside the day's limits. */
    private void onTick(int asset, boolean up, double tick) {
        double rounded = up ? Ticks.up(fill.executed, tick) : Ticks.down(fill.executed, tick);
        double price = Math.max(rounded, tick);
        fill.executed = Math.max(rules.downLimit(asset, fill.day), Math.min(rules.upLimit(asset, fill.day), price));
        fill.slippage = Math.abs(fill.executed / fill.price - 1);
    }

    /** Cash that the buy priced last takes, in the asset's currency. */
    double outlay(double shares) {
        return shares * fill.executed + fill.bill.total();
    }

    /** Sells down to {@code goal}, or as far as the market takes it; does not take a long position below 0. */
    void sellTo(int asset, double goal, double raw, boolean passive) {
        double held = book.shares(asset);
        double wanted = held - goal;
        double possible = sellable(asset, wanted, raw);
        if (possible > 0 && price(asset, Side.SELL, possible, raw, passive)) {
            book(asset, Side.SELL, possible == wanted ? goal : held - possible);
        }
    }

    /** Buys up to {@code goal}, or as far as the market gives; does not take a short position above 0. */
    void buyTo(int asset, double goal, double raw, boolean passive) {
        double held = book.shares(asset);
        double wanted = goal - held;
        double possible = buyable(asset, wanted, raw);
        if (possible > 0 && price(asset, Side.BUY, possible, raw, passive)) {
            book(asset, Side.BUY, possible == wanted ? goal : held + possible);
        }
    }

    private void book(int asset, Side side, double goal) {
        if (filled.length > 0) {
            double before = filledOn[asset] == fill.day ? filled[asset] : 0;
            filled[asset] = before + Math.abs(goal - book.shares(asset));
            filledOn[asset] = fill.day;
        }
        book.trade(asset, side, goal, fill);
    }
}
