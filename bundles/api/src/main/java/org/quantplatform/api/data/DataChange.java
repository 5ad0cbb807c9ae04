package org.quantplatform.api.data;

import java.time.LocalDate;
import java.util.Map;

/**
 * A value that two states of the data do not share.
 *
 * @param kind {@code bar}, {@code action} or {@code fundamental}
 * @param change {@code added}, {@code revised} or {@code removed}
 * @param date of the bar, the ex-date, or the end of the period
 * @param item kind of the action or name of the item; empty for bars
 * @param before by name, empty when added; absent numbers are NaN
 * @param after by name, empty when removed
 */
public record DataChange(
        String kind,
        String change,
        String ticker,
        LocalDate date,
        String item,
        Map<String, Double> before,
        Map<String, Double> after) {}
