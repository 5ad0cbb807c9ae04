package org.quantplatform.api.statistics;

import java.time.LocalDate;
import java.util.List;

/**
 * How much of the equity was in positions at each close; fractions of that day's equity, NaN where it is not above 0.
 * Arrays run beside {@code dates}.
 *
 * @param gross {@code longs - shorts}
 * @param net {@code longs + shorts}
 * @param shorts negative
 * @param positions number of them
 * @param largest largest position without its sign
 * @param concentration sum of the squared shares of the gross value: 1 for a single position, NaN without any
 * @param sectors largest mean gross first, at most 20; the rest together is {@code (other)}
 * @param topHoldings largest mean weight without its sign first, at most 20
 */
public record ExposureSeries(
        List<LocalDate> dates,
        double[] gross,
        double[] net,
        double[] longs,
        double[] shorts,
        int[] positions,
        double[] largest,
        double[] concentration,
        List<Sector> sectors,
        List<TopHolding> topHoldings) {

    /**
     * Positions of one sector, {@code (unknown)} where none is stored.
     *
     * @param meanGross over all days, without signs
     * @param meanNet over all days
     * @param net at each close
     */
    public record Sector(String sector, double meanGross, double meanNet, double[] net) {}

    /**
     * An asset and how much of it was held.
     *
     * @param meanWeight over all days, those without it included; negative for a short position
     * @param largestWeight without its sign
     * @param daysHeld closes at which it was held
     */
    public record TopHolding(String ticker, String sector, double meanWeight, double largestWeight, int daysHeld) {}
}
