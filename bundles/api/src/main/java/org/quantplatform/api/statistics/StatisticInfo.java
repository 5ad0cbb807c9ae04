package org.quantplatform.api.statistics;

/**
 * One statistic of the catalogue.
 *
 * @param id its name among the metrics
 * @param group what it is about, such as {@code drawdown}
 * @param unit {@code fraction} (0.01 is one percent), {@code ratio}, {@code days}, {@code periods}, {@code count} or {@code
 *     money} in the run's currency
 * @param convention sign, choice among usual definitions, and what others do; may be empty
 */
public record StatisticInfo(String id, String group, String unit, String title, String formula, String convention) {}
