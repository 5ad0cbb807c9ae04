package org.quantplatform.api.factors;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Returns of the portfolio that a subject's scores weigh; maps are by horizon in bars, with one entry per date.
 *
 * @param factor weights {@code (f - mean f) / sum |f - mean f|}
 * @param market mean forward return of the universe
 */
public record ReturnSeries(
        String subject,
        List<LocalDate> dates,
        Map<String, double[]> factor,
        Map<String, double[]> market,
        Map<String, FactorReturn> summary) {}
