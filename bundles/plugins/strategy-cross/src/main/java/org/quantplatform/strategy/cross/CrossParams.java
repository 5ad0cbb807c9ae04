package org.quantplatform.strategy.cross;

import org.quantplatform.spi.Param;
import org.quantplatform.spi.strategy.SignalStrategy.Sizing;

/** Which averages, and what a cross does. */
public record CrossParams(
        @Param(value = "10", min = 1, max = 500, help = "Days, or span, of the fast average, below slow") int fast,
        @Param(value = "30", min = 2, max = 1000, help = "Days, or span, of the slow average") int slow,
        @Param(value = "false", help = "Go short at a cross from above, in a run that allows it") boolean shorts,
        @Param(value = "all_in", help = "Share the invested part among positions, or equally among eligible assets")
                Sizing sizing,
        @Param(value = "1", min = 0, max = 1, help = "Fraction of the portfolio invested, above 0") double invested) {

    public CrossParams {
        if (fast >= slow) {
            throw new IllegalArgumentException("fast must be below slow, was " + fast + " and " + slow);
        }
        if (!(invested > 0)) {
            throw new IllegalArgumentException("invested must be above 0, was " + invested);
        }
    }
}
