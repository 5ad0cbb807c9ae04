package org.quantplatform.api.data;

import java.time.LocalDate;

/**
 * What a check found.
 *
 * @param date of the bar, or the first day of a run without bars
 * @param rule that it breaks
 * @param flagged whether requests with quality {@code strict} leave the bar out
 */
public record Finding(String ticker, LocalDate date, String rule, String detail, boolean flagged) {}
