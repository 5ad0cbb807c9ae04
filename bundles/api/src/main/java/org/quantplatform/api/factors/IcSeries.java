package org.quantplatform.api.factors;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Information coefficients of a subject by date; maps are by horizon in bars, with one entry per date or month, NaN where
 * there is none.
 *
 * @param months such as {@code 2014-02}
 * @param monthlyIc mean rank IC of each month's dates
 */
public record IcSeries(
        String subject,
        List<LocalDate> dates,
        Map<String, double[]> ic,
        Map<String, double[]> normalIc,
        List<String> months,
        Map<String, double[]> monthlyIc) {}
