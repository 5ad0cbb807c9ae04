package org.quantplatform.api.factors;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * How much a subject's order of the assets changes; maps are by lag in dates, which is the horizon in bars. The first dates,
 * as many as the lag, are NaN.
 *
 * @param turnover one series per quantile: share of its assets that were not in it before
 * @param rankAutocorrelation correlation of the ranks with those before
 */
public record TurnoverSeries(
        String subject,
        List<LocalDate> dates,
        Map<String, List<double[]>> turnover,
        Map<String, double[]> rankAutocorrelation,
        Map<String, double[]> meanTurnover,
        Map<String, Double> meanRankAutocorrelation) {}
