package org.quantplatform.model;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a strategy decides anew, and which of its targets are traded.
 *
 * @param every for {@code EVERY_N} the number of trading days between decisions, for {@code VOLATILITY} the number of bars
 *     of its window, else 0
 * @param threshold for {@code THRESHOLD}, {@code BAND} and {@code DRIFT} a fraction of the portfolio, for {@code
 *     VOLATILITY} a relative change, else 0
 * @param toEdge for {@code BAND} whether assets outside their band are traded to its edge rather than to the target, else
 *     false
 */
public record Rebalance(Kind kind, int every, double threshold, boolean toEdge) {

    /** The rule; calendar rules take the last trading day of the period. */
    public enum Kind {
        DAILY,
        WEEKLY,
        MONTH_END,
        QUARTER_END,
        EVERY_N,
        /** Decides each day, and trades everything when any weight is further from its target than the threshold. */
        THRESHOLD,
        /**
         * Decides each day, and trades only assets whose weight is further from its target than the threshold, and those
         * that come or go.
         */
        BAND,
        /** Decides when half the sum of all weights' changes since the last decision is above the threshold. */
        DRIFT,
        /**
         * Decides when the standard deviation of the portfolio's returns over the window differs from that of the first
         * window after the last decision by more than the threshold, as a fraction of the latter.
         */
        VOLATILITY
    }

    public static final Rebalance DAILY = new Rebalance(Kind.DAILY, 0, 0, false);
    public static final Rebalance WEEKLY = new Rebalance(Kind.WEEKLY, 0, 0, false);
    public static final Rebalance MONTH_END = new Rebalance(Kind.MONTH_END, 0, 0, false);
    public static final Rebalance QUARTER_END = new Rebalance(Kind.QUARTER_END, 0, 0, false);

    private static final int DEFAULT_WINDOW = 21;
    private static final Pattern EVERY = Pattern.compile("every_([0-9]{1,4})");
    private static final Pattern FRACTION = Pattern.compile(
            "(threshold|band|drift|volatility)_((?:0|[1-9][0-9]?)?\\.[0-9]{1,17}|[1-9][0-9]?)(?:_(edge|[0-9]{1,4}))?");

    public Rebalance {
        boolean counts = kind == Kind.EVERY_N || kind == Kind.VOLATILITY;
        int least = kind == Kind.VOLATILITY ? 2 : 1;
        if (counts ? every < least || every > 2520 : every != 0) {
            throw new IllegalArgumentException("every must be " + least + " to 2520 trading days, was " + every);
        }
        boolean measures = kind == Kind.THRESHOLD || kind == Kind.BAND || kind == Kind.DRIFT;
        if (measures ? !(threshold > 0 && threshold <= 1) : kind != Kind.VOLATILITY && threshold != 0) {
            throw new IllegalArgumentException(word(kind) + " must be above 0 and at most 1, was " + threshold);
        }
        if (kind == Kind.VOLATILITY && !(threshold > 0 && threshold <= 10)) {
            throw new IllegalArgumentException("volatility must be above 0 and at most 10, was " + threshold);
        }
        if (toEdge && kind != Kind.BAND) {
            throw new IllegalArgumentException("only a band has an edge");
        }
    }

    public static Rebalance everyDays(int days) {
        return new Rebalance(Kind.EVERY_N, days, 0, false);
    }

    public static Rebalance threshold(double drift) {
        return new Rebalance(Kind.THRESHOLD, 0, drift, false);
    }

    /** @param toEdge whether to trade to the edge of the band rather than to the target */
    public static Rebalance band(double width, boolean toEdge) {
        return new Rebalance(Kind.BAND, 0, width, toEdge);
    }

    public static Rebalance drift(double fraction) {
        return new Rebalance(Kind.DRIFT, 0, fraction, false);
    }

    /**
     * @param change relative change of the portfolio's volatility
     * @param window bars over which it is measured
     */
    public static Rebalance volatility(double change, int window) {
        return new Rebalance(Kind.VOLATILITY, window, change, false);
    }

    /**
     * Reads {@code daily}, {@code weekly}, {@code month_end}, {@code quarter_end}, {@code every_N}, {@code threshold_X},
     * {@code band_X}, {@code band_X_edge}, {@code drift_X}, {@code volatility_X} over 21 bars and {@code volatility_X_N};
     * {@code -} is {@code _}.
     */
    public static Rebalance parse(String text) {
        String key = text.strip().toLowerCase(Locale.ROOT).replace('-', '_');
        switch (key) {
            case "daily":
                return DAILY;
            case "weekly":
                return WEEKLY;
            case "month_end", "monthly":
                return MONTH_END;
            case "quarter_end", "quarterly":
                return QUARTER_END;
            default:
                break;
        }
        Matcher every = EVERY.matcher(key);
        if (every.matches()) {
            return everyDays(Integer.parseInt(every.group(1)));
        }
        Matcher fraction = FRACTION.matcher(key);
        if (fraction.matches()) {
            return measured(fraction.group(1), Double.parseDouble(fraction.group(2)), fraction.group(3), text);
        }
        throw unknown(text);
    }

    private static Rebalance measured(String word, double value, String rest, String text) {
        boolean edge = "edge".equals(rest);
        boolean number = rest != null && !edge;
        if (word.equals("volatility") && !edge) {
            return volatility(value, number ? Integer.parseInt(rest) : DEFAULT_WINDOW);
        }
        if (word.equals("band") && !number) {
            return band(value, edge);
        }
        if (rest != null) {
            throw unknown(text);
        }
        return word.equals("drift") ? drift(value) : threshold(value);
    }

    private static IllegalArgumentException unknown(String text) {
        return new IllegalArgumentException(
                "rebalance frequency must be daily, weekly, month_end, quarter_end, every_N,"
                        + " threshold_X, band_X, band_X_edge, drift_X, volatility_X or volatility_X_N, was '" + text
                        + "'");
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** The form that {@link #parse} reads. */
    @Override
    public String toString() {
        return switch (kind) {
            case EVERY_N -> "every_" + every;
            case THRESHOLD, DRIFT -> word(kind) + "_" + threshold;
            case BAND -> "band_" + threshold + (toEdge ? "_edge" : "");
            case VOLATILITY -> "volatility_" + threshold + "_" + every;
            case DAILY, WEEKLY, MONTH_END, QUARTER_END -> word(kind);
        };
    }
}
