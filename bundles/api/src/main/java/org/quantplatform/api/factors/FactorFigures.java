package org.quantplatform.api.factors;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about one factor. Maps are by horizon in bars.
 *
 * @param subject names it among the analysed: its name in the request, with {@code #2} and so on when it is there several
 *     times, or {@code combination}
 * @param factor null for the combination
 * @param dates that count
 * @param firstDate null when no date counts, as {@code lastDate}
 * @param observations pairs of date and asset
 * @param ic of the ranks (Spearman)
 * @param normalIc of the values (Pearson)
 * @param spread mean return of the highest quantile less that of the lowest, by date
 * @param turnover one per quantile: mean share of its assets that were not in it as many dates before as the horizon has bars
 * @param rankAutocorrelation mean correlation of the ranks with those as many dates before as the horizon has bars
 */
public record FactorFigures(
        String subject,
        @Nullable String factor,
        Map<String, Object> parameters,
        int dates,
        @Nullable LocalDate firstDate,
        @Nullable LocalDate lastDate,
        long observations,
        Map<String, IcSummary> ic,
        Map<String, IcSummary> normalIc,
        Map<String, List<QuantileReturn>> quantileReturns,
        Map<String, ReturnSummary> spread,
        Map<String, FactorReturn> factorReturns,
        Map<String, double[]> turnover,
        Map<String, Double> rankAutocorrelation) {}
