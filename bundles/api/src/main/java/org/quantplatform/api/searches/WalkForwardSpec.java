package org.quantplatform.api.searches;

import org.jspecify.annotations.Nullable;

/**
 * Windows of a walk-forward search, from the run's start date on. The last test window may be cut short by the end date, but
 * not below half of its length.
 *
 * @param scheme {@code rolling} when left out
 * @param train 3 years when left out
 * @param test in the same unit, 1 year when left out; each window begins that much after the one before
 * @param acceptance what the result must show
 */
public record WalkForwardSpec(
        @Nullable Scheme scheme, @Nullable Span train, @Nullable Span test, @Nullable AcceptanceSpec acceptance) {

    /** Where training begins. */
    public enum Scheme {
        /** Every training window is equally long. */
        ROLLING,
        /** Every training window begins at the start date. */
        ANCHORED
    }

    /**
     * A length of time; exactly one of both.
     *
     * @param years calendar years, 1 to 50
     * @param days trading days of the market, 2 to 20000
     */
    public record Span(@Nullable Integer years, @Nullable Integer days) {

        public static Span ofYears(int years) {
            return new Span(years, null);
        }

        public static Span ofDays(int days) {
            return new Span(null, days);
        }
    }

    /**
     * When a walk-forward counts as accepted; every criterion must hold.
     *
     * @param minEfficiency of the test windows' annualised return over the training windows', 0.5 when left out
     * @param minProfitableWindows share of test windows with a gain, 0 to 1, 0.5 when left out
     * @param minSharpeRatio of the joined test windows, 0 when left out
     * @param maxDrawdown of the joined test windows, negative fraction, −0.5 when left out
     */
    public record AcceptanceSpec(
            @Nullable Double minEfficiency,
            @Nullable Double minProfitableWindows,
            @Nullable Double minSharpeRatio,
            @Nullable Double maxDrawdown) {}
}
