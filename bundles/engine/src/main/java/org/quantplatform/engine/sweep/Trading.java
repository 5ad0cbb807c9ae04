package org.quantplatform.engine.sweep;

/**
 * How the rules of a sweep trade: all cash or all in, in fractions of shares. What is decided at the close of a bar is
 * filled {@code delay} bars later, or on the first bar after it that has a price; a decision to the contrary that comes
 * before the fill cancels it. What is held at the end is worth its last close.
 *
 * @param closes one per bar; what is not a number above 0 is no price
 * @param fills prices at which orders are filled, one per bar, under the same rule
 * @param delay bars between decision and fill: 0 fills at the bar that decides, which only a close can do
 * @param cost part of the traded value that each side pays, from 0 to below 1: 0.001 is 10 basis points
 */
public record Trading(double[] closes, double[] fills, int delay, double cost) {

    public Trading {
        if (closes.length != fills.length) {
            throw new IllegalArgumentException(closes.length + " closes with " + fills.length + " fill prices");
        }
        if (delay < 0) {
            throw new IllegalArgumentException("delay must not be negative, was " + delay);
        }
        if (!(cost >= 0 && cost < 1)) {
            throw new IllegalArgumentException("cost must be from 0 to below 1, was " + cost);
        }
    }

    /** Fills at the close of the bar that decides. */
    public static Trading atClose(double[] closes, double cost) {
        return new Trading(closes, closes, 0, cost);
    }

    int bars() {
        return closes.length;
    }

    static boolean isPrice(double value) {
        return value > 0 && value < Double.POSITIVE_INFINITY;
    }
}
