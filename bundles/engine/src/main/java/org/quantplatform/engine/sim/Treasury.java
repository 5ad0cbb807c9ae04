package org.quantplatform.engine.sim;

import org.quantplatform.model.CashFlow;
import org.quantplatform.model.Panel;

/** Interest, fees for lent shares, and changes of money. */
final class Treasury {

    /** Balances below this are rounding, not money. */
    private static final double DUST = 1e-9;

    private final Panel prices;
    private final Financing financing;
    private final Currencies currencies;
    private final Book book;

    Treasury(Setup setup, Book book) {
        this.prices = setup.prices();
        this.financing = setup.terms().financing();
        this.currencies = setup.terms().currencies();
        this.book = book;
    }

    /** For the calendar days since the bar before, on the balances and marks of its close. */
    void accrue(int day) {
        if (!financing.charges()) {
            return;
        }
        double years = (prices.epochDay(day) - prices.epochDay(day - 1)) / financing.dayCount();
        for (int currency = 0; currency < currencies.count(); currency++) {
            double shorted = book.shortValue(currency);
            double cash = book.cash(currency);
            double interest = cash < 0
                    ? cash * financing.debitRate() * years
                    : Math.max(0, cash - shorted) * financing.cashRate() * years;
            post(day, CashFlow.Kind.INTEREST, currency, interest);
            post(day, CashFlow.Kind.BORROW_FEE, currency, -shorted * financing.borrowRate() * years);
        }
    }

    private void post(int day, CashFlow.Kind kind, int currency, double amount) {
        if (amount != 0) {
            book.flow(day, kind, currency, amount);
        }
    }

    /** Covers what is missing in other currencies with the account's own, and what is missing there with the others. */
    void settle(int day) {
        for (int currency = 1; currency < currencies.count(); currency++) {
            double missing = -book.cash(currency);
            if (missing > DUST) {
                book.flow(day, CashFlow.Kind.CONVERSION, currency, missing);
                double price = book.rate(currency) * (1 + currencies.conversionCost());
                book.flow(day, CashFlow.Kind.CONVERSION, 0, -missing * price);
            }
        }
        for (int currency = 1; currency < currencies.count(); currency++) {
            double missing = -book.cash(0);
            double price = book.rate(currency) * (1 - currencies.conversionCost());
            double given = Math.min(book.cash(currency), missing / price);
            if (missing > DUST && given > 0) {
                book.flow(day, CashFlow.Kind.CONVERSION, currency, -given);
                book.flow(day, CashFlow.Kind.CONVERSION, 0, given * price);
            }
        }
    }
}
