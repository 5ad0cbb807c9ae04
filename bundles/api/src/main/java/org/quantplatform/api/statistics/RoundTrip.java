package org.quantplatform.api.statistics;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.Side;

/**
 * The life of a position, from 0 shares to 0 shares; money is in the run's currency.
 *
 * @param sector {@code (unknown)} where none is stored
 * @param side {@code buy} for a long position, {@code sell} for a short one
 * @param opened day of the first fill
 * @param closed day on which the shares returned to 0, null while the position lasts
 * @param days calendar days from the first fill to the closing one or to the end of the run
 * @param periods the same in periods of the run
 * @param invested cash of all fills that made the position larger, costs included
 * @param profit costs and dividends included, and the value still held
 * @param gain {@code profit / invested}
 */
public record RoundTrip(
        String ticker,
        String sector,
        Side side,
        LocalDate opened,
        @Nullable LocalDate closed,
        int days,
        int periods,
        double invested,
        double profit,
        double gain) {}
