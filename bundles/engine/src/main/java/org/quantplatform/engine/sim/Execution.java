package org.quantplatform.engine.sim;

import org.quantplatform.model.Panel;
import org.quantplatform.model.Side;

/** Turns target weights into fills. */
final class Execution {

    /** An order smaller than this part of its position is rounding noise, not an order. */
    private static final double NOISE = 1e-12;

    private final Panel panel;
    private final FillPrices prices;
    private final Lots lots;
    private final Charges charges;
    private final Book book;
    private final Book.Fill fill;
    private final double[] ideal;
    private final double[] price;
    private final int[] buys;
    private int buyCount;

    Execution(Setup setup, Lots lots, Charges charges, Book book) {
        this.panel = setup.prices();
        this.prices = new FillPrices(panel, setup.fill());
        this.lots = lots;
        this.charges = charges;
        this.book = book;
        this.fill = new Book.Fill(setup.slippage());
        this.ideal = new double[panel.assets()];
        this.price = new double[panel.assets()];
        this.buys = new int[panel.assets()];
    }

    void run(int day, int signalDay, double[] targets) {
        fill.day = day;
        fill.signalDay = signalDay;
        double value = valueBeforeOrders(day);
        buyCount = 0;
        for (int asset = 0; asset < targets.length; asset++) {
            if (targets[asset] == 0 && book.shares(asset) == 0) {
                continue;
            }
            double raw = prices.price(asset, day);
            if (raw > 0) {
                price[asset] = raw;
                ideal[asset] = targets[asset] * value / raw;
                sellOrQueue(asset);
            }
        }
        buy(affordable());
        book.refreshHeld();
    }

    private double valueBeforeOrders(int day) {
        double value = 0;
        for (int i = 0; i < book.heldCount(); i++) {
            int asset = book.held(i);
            double raw = prices.price(asset, day);
            value += book.shares(asset) * (raw > 0 ? raw : book.mark(asset));
        }
        return book.cash() + value;
    }

    private void sellOrQueue(int asset) {
        double held = book.shares(asset);
        double goal = lots.round(asset, ideal[asset]);
        if (goal - held > NOISE * goal) {
            buys[buyCount++] = asset;
        } else if (held - goal > NOISE * held) {
            price(asset, Side.SELL, held - goal);
            book.trade(asset, Side.SELL, goal, fill);
        }
    }

    /** The common factor, at most 1, by which all buys must shrink so that cash does not go below zero. */
    private double affordable() {
        double available = book.cash();
        double needed = needed(1);
        if (needed <= available) {
            return 1;
        }
        double low = 0;
        double neededLow = 0;
        double high = 1;
        double neededHigh = needed;
        for (int step = 0; step < 100 && high - low > 1e-10 * high; step++) {
            // costs proportional to value make this guess exact, others are narrowed down by halving
            double guess = step % 2 == 0
                    ? low + (high - low) * (available - neededLow) / (neededHigh - neededLow) * (1 - 1e-13)
                    : (low + high) / 2;
            double neededGuess = needed(guess);
            if (neededGuess > available) {
                high = guess;
                neededHigh = neededGuess;
                continue;
            }
            low = guess;
            neededLow = neededGuess;
            if (available - neededLow <= 1e-10 * available) {
                break;
            }
        }
        return low;
    }

    private double needed(double factor) {
        double sum = 0;
        for (int i = 0; i < buyCount; i++) {
            int asset = buys[i];
            double shares = goal(asset, factor) - book.shares(asset);
            if (shares > 0) {
                price(asset, Side.BUY, shares);
                sum += shares * fill.executed + fill.bill.total();
            }
        }
        return sum;
    }

    private double goal(int asset, double factor) {
        double held = book.shares(asset);
        double wanted = factor == 1 ? ideal[asset] : held + factor * (ideal[asset] - held);
        return Math.max(held, lots.round(asset, wanted));
    }

    private void buy(double factor) {
        for (int i = 0; i < buyCount; i++) {
            int asset = buys[i];
            double goal = goal(asset, factor);
            double shares = goal - book.shares(asset);
            if (shares > NOISE * goal) {
                price(asset, Side.BUY, shares);
                book.trade(asset, Side.BUY, goal, fill);
            }
        }
    }

    private void price(int asset, Side side, double shares) {
        fill.at(price[asset], side);
        fill.bill.reset();
        charges.charge(asset, fill.day, side, shares, fill.executed, fill.bill);
    }
}
