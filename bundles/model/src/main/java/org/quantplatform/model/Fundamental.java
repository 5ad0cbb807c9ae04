package org.quantplatform.model;

import java.time.LocalDate;
import java.util.Objects;

/**
 * One item of a company's accounts.
 *
 * <p>What flows over a period (revenue, income, cash flow, dividends) is that of one quarter, unless the item ends in
 * {@code _fy}, for a fiscal year, or in {@code _ttm}, for twelve months. Per-share items and share counts, whose names
 * start with {@code shares_}, are in the shares of the day of publication. Money is in the instrument's currency.
 *
 * @param item snake_case name such as {@code net_income}; per-share items end in {@code _per_share}
 * @param periodEnd last day of the period that the item describes
 * @param published first day on which the public knew it; used from that day on
 */
public record Fundamental(
        Market market, String ticker, String item, LocalDate periodEnd, LocalDate published, double value) {

    public Fundamental {
        Objects.requireNonNull(market, "market");
        Objects.requireNonNull(ticker, "ticker");
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(periodEnd, "periodEnd");
        Objects.requireNonNull(published, "published");
        if (published.isBefore(periodEnd)) {
            throw new IllegalArgumentException("published " + published + " is before period end " + periodEnd);
        }
    }
}
