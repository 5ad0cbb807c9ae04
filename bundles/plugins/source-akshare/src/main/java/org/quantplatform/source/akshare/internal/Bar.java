package org.quantplatform.source.akshare.internal;

import org.quantplatform.spi.data.DataSink.BarValues;

/**
 * A day or a minute of a share.
 *
 * @param at the day, or the start of the minute by the clock of the exchange
 * @param lots volume as stated
 * @param turnover money traded, NaN when not stated
 */
record Bar<T>(T at, double open, double high, double low, double close, double lots, double turnover) {

    /** From so many lots on, what a lot loses by rounding matters no more. */
    private static final double ENOUGH_LOTS = 10;

    private static final double SAME_UNIT = 20;

    BarValues values(int shares) {
        return new BarValues(open, high, low, close, lots * shares);
    }

    /**
     * True unless money and volume tell of a price far from the day's, as they do when the provider counts in another unit;
     * only for prices as they were traded.
     */
    boolean unitFits(int shares) {
        if (!(lots >= ENOUGH_LOTS) || !(turnover > 0) || !(low > 0) || !(high > 0)) {
            return true;
        }
        double average = turnover / (lots * shares);
        return average > low / SAME_UNIT && average < high * SAME_UNIT;
    }
}
