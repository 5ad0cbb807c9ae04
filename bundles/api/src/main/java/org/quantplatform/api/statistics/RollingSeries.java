package org.quantplatform.api.statistics;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Statistics of the returns of each window.
 *
 * @param dates last day of each window
 * @param values by id, one per date; NaN where a statistic has no meaning
 */
public record RollingSeries(int window, List<LocalDate> dates, Map<String, double[]> values) {}
