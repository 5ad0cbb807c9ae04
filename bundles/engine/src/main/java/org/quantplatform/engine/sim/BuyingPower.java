package org.quantplatform.engine.sim;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** How much may be bought: with the cash there is, or, in a margin account, up to the leverage allowed. */
final class BuyingPower {

    /** Stands for no day: positions count at their last closes. */
    static final int MARKS = -1;

    private final Book book;
    private final Currencies currencies;
    private final Financing financing;
    private final FillPrices prices;
    private final double[] outlays;

    BuyingPower(Setup setup, FillPrices prices, Book book) {
        this.book = book;
        this.currencies = setup.terms().currencies();
        this.financing = setup.terms().financing();
        this.prices = prices;
        this.outlays = new double[currencies.count()];
    }

    /** Cash and positions at the fill prices of a day, or at {@link #MARKS}. */
    double value(int day) {
        double value = 0;
        for (int i = 0; i < book.heldCount(); i++) {
            int asset = book.held(i);
            value += book.shares(asset) * priceOf(asset, day) * book.rateOf(asset);
        }
        return book.cash() + value;
    }

    /** Fill price of the day, or the last known one. */
    double priceOf(int asset, int day) {
        double raw = day == MARKS ? Double.NaN : prices.price(asset, day);
        return raw > 0 ? raw : book.mark(asset);
    }

    /** In the account's currency. */
    double available(int day) {
        if (!financing.margin()) {
            return book.cash(0);
        }
        book.refreshHeld();
        double gross = 0;
        for (int i = 0; i < book.heldCount(); i++) {
            int asset = book.held(i);
            gross += Math.abs(book.shares(asset)) * priceOf(asset, day) * book.rateOf(asset);
        }
        return Math.max(0, financing.maxLeverage() * value(day) - gross);
    }

    void clear() {
        Arrays.fill(outlays, 0);
    }

    void add(int asset, double outlay) {
        outlays[currencies.of(asset)] += outlay;
    }

    /** What the outlays since {@link #clear} take of the account's currency, changes of money included. */
    double needed() {
        double sum = outlays[0];
        for (int currency = 1; currency < outlays.length; currency++) {
            double rate = book.rate(currency);
            double own = financing.margin() ? 0 : book.cash(currency);
            double missing = outlays[currency] - own;
            double cost = financing.margin() ? 0 : Math.signum(missing) * currencies.conversionCost();
            sum += missing * rate * (1 + cost);
        }
        return sum;
    }

    /**
     * The common factor, at most 1, by which all buys must shrink so that {@code needed} is not above what is available.
     *
     * @param needed by factor, increasing
     */
    static double factor(DoubleUnaryOperator needed, double available) {
        double neededHigh = needed.applyAsDouble(1);
        if (neededHigh <= available) {
            return 1;
        }
        double low = 0;
        double neededLow = 0;
        double high = 1;
        for (int step = 0; step < 100 && high - low > 1e-10 * high; step++) {
            // costs proportional to value make this guess exact, others are narrowed down by halving
            double guess = step % 2 == 0
                    ? low + (high - low) * (available - neededLow) / (neededHigh - neededLow) * (1 - 1e-13)
                    : (low + high) / 2;
            double neededGuess = needed.applyAsDouble(guess);
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
}
