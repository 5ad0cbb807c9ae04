package org.quantplatform.api.factors;

import java.util.List;

/** How a subject's foresight fades with the horizon; each row is an analysis of its own with its own dates. */
public record DecayTable(String subject, List<Row> horizons) {

    /**
     * One horizon.
     *
     * @param horizon in bars
     * @param ic of the ranks
     * @param spread of the highest quantile over the lowest
     * @param rankAutocorrelation mean correlation of the ranks with those {@code horizon} dates before
     */
    public record Row(int horizon, int dates, IcSummary ic, ReturnSummary spread, double rankAutocorrelation) {}
}
