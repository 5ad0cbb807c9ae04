package org.quantplatform.api.statistics;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A fall from a peak.
 *
 * @param peak last day at the old high
 * @param trough day of the lowest value
 * @param recovery first day at or above the old high, null while under water
 * @param depth negative fraction of the peak
 * @param days calendar days from peak to recovery or to the end of the run
 * @param fallDays calendar days from peak to trough
 * @param recoveryDays calendar days from trough to recovery, null while under water
 */
public record Drawdown(
        LocalDate peak,
        LocalDate trough,
        @Nullable LocalDate recovery,
        double depth,
        int days,
        int fallDays,
        @Nullable Integer recoveryDays) {}
