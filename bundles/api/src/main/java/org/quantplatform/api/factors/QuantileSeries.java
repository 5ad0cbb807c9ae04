package org.quantplatform.api.factors;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Quantile returns of a subject; maps are by horizon in bars.
 *
 * @param returns over all dates
 * @param byDate one series per quantile, mean forward return of each date, NaN for an empty quantile
 * @param spread mean of the highest quantile less that of the lowest, of each date
 * @param cumulative per horizon growth of 1 held in each quantile from date to date that does not overlap
 */
public record QuantileSeries(
        String subject,
        List<LocalDate> dates,
        Map<String, List<QuantileReturn>> returns,
        Map<String, List<double[]>> byDate,
        Map<String, double[]> spread,
        Map<String, Growth> cumulative) {

    /**
     * Growth of 1.
     *
     * @param dates on which a holding of one horizon begins; the last value of a quantile is one horizon after the last
     * @param quantiles one series per quantile, one value longer than {@code dates}, from 1 on
     */
    public record Growth(List<LocalDate> dates, List<double[]> quantiles) {}
}
