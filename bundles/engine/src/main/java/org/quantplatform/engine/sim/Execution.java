package org.quantplatform.engine.sim;

import java.util.Arrays;
import org.quantplatform.model.Side;

/** Turns target weights into fills. */
final class Execution {

    /** An order smaller than this part of its position is rounding noise, not an order. */
    private static final double NOISE = 1e-12;

    private final FillPrices prices;
    private final Dealer dealer;
    private final Lots lots;
    private final Book book;
    private final BuyingPower power;
    private final boolean carries;
    private final double[] ideal;
    private final double[] price;
    /** Shares wanted of what could not be filled; NaN where nothing waits. */
    private final double[] waiting;

    private final int[] covers;
    private final int[] buys;
    private int coverCount;
    private int buyCount;
    private boolean waits;
    private int signalDay;

    Execution(Setup setup, FillPrices prices, Dealer dealer, Book book, BuyingPower power) {
        int assets = setup.prices().assets();
        this.prices = prices;
        this.dealer = dealer;
        this.lots = dealer.lots();
        this.book = book;
        this.power = power;
        this.carries = setup.terms().liquidity().carry();
        this.ideal = new double[assets];
        this.price = new double[assets];
        this.waiting = new double[carries ? assets : 0];
        Arrays.fill(waiting, Double.NaN);
        this.covers = new int[assets];
        this.buys = new int[assets];
    }

    void run(int day, int decidedOn, double[] targets) {
        signalDay = decidedOn;
        begin(day);
        // where nothing is left, every goal is nothing
        double value = Math.max(0, power.value(day));
        for (int asset = 0; asset < targets.length; asset++) {
            // NaN stands for an asset that is left alone
            if (Double.isNaN(targets[asset]) || targets[asset] == 0 && book.shares(asset) == 0) {
                continue;
            }
            double raw = prices.price(asset, day);
            if (raw > 0) {
                trade(asset, raw, targets[asset] * value / (raw * book.rateOf(asset)));
            } else if (carries) {
                await(asset, targets[asset] * value / (book.lastClose(asset, day) * book.rateOf(asset)));
            }
        }
        finish(day);
    }

    /** Tries again what could not be filled on the days before. */
    void carryOn(int day) {
        if (!waits) {
            return;
        }
        double[] wanted = waiting.clone();
        begin(day);
        for (int asset = 0; asset < wanted.length; asset++) {
            if (Double.isNaN(wanted[asset])) {
                continue;
            }
            double raw = prices.price(asset, day);
            if (raw > 0) {
                trade(asset, raw, wanted[asset]);
            } else {
                await(asset, wanted[asset]);
            }
        }
        finish(day);
    }

    private void await(int asset, double wanted) {
        if (carries && Double.isFinite(wanted)) {
            waiting[asset] = wanted;
            waits = true;
        }
    }

    /** Gives up what could not be filled. */
    void forget() {
        waits = false;
        Arrays.fill(waiting, Double.NaN);
    }

    void split(int asset, double ratio) {
        if (carries) {
            waiting[asset] *= ratio;
        }
    }

    void gone(int asset) {
        if (carries) {
            waiting[asset] = Double.NaN;
        }
    }

    private void begin(int day) {
        dealer.at(day, signalDay);
        coverCount = 0;
        buyCount = 0;
        forget();
    }

    /** Sells at once; buys wait for the cash of all sells. */
    private void trade(int asset, double raw, double wanted) {
        price[asset] = raw;
        ideal[asset] = wanted;
        double held = book.shares(asset);
        double goal = goal(asset, wanted);
        double noise = NOISE * Math.max(Math.abs(goal), Math.abs(held));
        if (goal - held > noise) {
            if (held < 0) {
                covers[coverCount++] = asset;
            }
            if (goal > 0) {
                buys[buyCount++] = asset;
            }
        } else if (held - goal > noise) {
            if (held > 0) {
                dealer.sellTo(asset, Math.max(goal, 0), raw, false);
            }
            if (goal < 0 && book.shares(asset) <= 0) {
                dealer.sellTo(asset, goal, raw, false);
            }
            if (book.shares(asset) - goal > noise) {
                await(asset, wanted);
            }
        }
    }

    private void finish(int day) {
        for (int i = 0; i < coverCount; i++) {
            int asset = covers[i];
            double goal = Math.min(0, goal(asset, ideal[asset]));
            dealer.buyTo(asset, goal, price[asset], false);
            if (book.shares(asset) < goal) {
                await(asset, ideal[asset]);
            }
        }
        if (buyCount > 0) {
            boolean sellsWait = waits;
            capByMarket();
            double factor = BuyingPower.factor(this::needed, power.available(day));
            buy(factor, sellsWait);
        }
        book.refreshHeld();
    }

    /** So that cash goes to buys which the market can fill. */
    private void capByMarket() {
        int kept = 0;
        for (int i = 0; i < buyCount; i++) {
            int asset = buys[i];
            double held = book.shares(asset);
            double wanted = goal(asset, ideal[asset]) - held;
            double possible = held < 0 ? 0 : dealer.buyable(asset, wanted, price[asset]);
            if (possible < wanted) {
                await(asset, ideal[asset]);
                ideal[asset] = held + possible;
            }
            if (possible > 0) {
                buys[kept++] = asset;
            }
        }
        buyCount = kept;
    }

    private double needed(double factor) {
        power.clear();
        for (int i = 0; i < buyCount; i++) {
            int asset = buys[i];
            double shares = shrunk(asset, factor) - book.shares(asset);
            if (shares > 0 && dealer.price(asset, Side.BUY, shares, price[asset], false)) {
                power.add(asset, dealer.outlay(shares));
            }
        }
        return power.needed();
    }

    private double shrunk(int asset, double factor) {
        double held = book.shares(asset);
        double wanted = factor == 1 ? ideal[asset] : held + factor * (ideal[asset] - held);
        return Math.max(held, goal(asset, wanted));
    }

    /** Whole lots are counted from what is held, so that an odd rest stays as it is until it is sold. */
    private double goal(int asset, double wanted) {
        double held = book.shares(asset);
        return lots.whole() && held > 0 && wanted > held
                ? held + lots.round(asset, dealer.day(), wanted - held)
                : lots.round(asset, dealer.day(), wanted);
    }

    /** @param sellsWait true when cash is short because sells wait: then buys that shrink wait too */
    private void buy(double factor, boolean sellsWait) {
        for (int i = 0; i < buyCount; i++) {
            int asset = buys[i];
            double goal = shrunk(asset, factor);
            if (factor < 1 && sellsWait && !(carries && waiting[asset] > ideal[asset])) {
                await(asset, ideal[asset]);
            }
            if (goal - book.shares(asset) > NOISE * goal) {
                dealer.buyTo(asset, goal, price[asset], false);
            }
        }
    }
}
