package org.quantplatform.model;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What changed a portfolio's cash or shares other than by a trade.
 *
 * @param ticker null where the whole account is meant
 * @param currency ISO 4217 code of {@code amount}
 * @param amount cash received, negative when paid
 * @param sharesAfter shares of the ticker held afterwards, negative for a short position; 0 without a ticker
 */
public record CashFlow(
        LocalDate date, @Nullable String ticker, Kind kind, String currency, double amount, double sharesAfter) {

    /** Why cash or shares changed. */
    public enum Kind {
        /** Gross cash for the shares held on the ex-date; negative for a short position. */
        DIVIDEND,
        /** More or fewer shares; the amount is what a fraction of a share was paid out with, else 0. */
        SPLIT,
        /** Shares gone after the last trading day, for the amount paid. */
        DELISTING,
        /** Tax kept back from a dividend, negative. */
        WITHHOLDING,
        /** Earned on cash, or paid on debts, then negative. */
        INTEREST,
        /** Paid for lent shares, negative. */
        BORROW_FEE,
        /** Money changed for another currency, as two entries. */
        CONVERSION
    }

    public CashFlow {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(currency, "currency");
    }
}
