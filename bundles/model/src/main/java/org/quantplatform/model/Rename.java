package org.quantplatform.model;

import java.time.LocalDate;
import java.util.Objects;

/**
 * An instrument that goes on under another ticker.
 *
 * @param date first day under the new one
 */
public record Rename(Market market, String ticker, String newTicker, LocalDate date) {

    public Rename {
        Objects.requireNonNull(market, "market");
        Objects.requireNonNull(date, "date");
        if (newTicker.isBlank() || newTicker.length() > 32 || newTicker.equals(ticker)) {
            throw new IllegalArgumentException("the new ticker of " + ticker + " was '" + newTicker + "'");
        }
    }
}
