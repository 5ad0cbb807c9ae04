package org.quantplatform.model;

import java.util.Locale;

/**
 * When a strategy decides anew.
 *
 * @param every for {@code EVERY_N} the number of trading days between decisions, else 0
 * @param threshold for {@code THRESHOLD} the drift of any weight, as a fraction of the portfolio, that calls for trades,
 *     else 0
 */
public record Rebalance(Kind kind, int every, double threshold) {

    /** The rule; calendar rules take the last trading day of the period. */
    public enum Kind {
        DAILY,
        WEEKLY,
        MONTH_END,
        QUARTER_END,
        EVERY_N,
        THRESHOLD
    }

    public static final Rebalance DAILY = new Rebalance(Kind.DAILY, 0, 0);
    public static final Rebalance WEEKLY = new Rebalance(Kind.WEEKLY, 0, 0);
    public static final Rebalance MONTH_END = new Rebalance(Kind.MONTH_END, 0, 0);
    public static final Rebalance QUARTER_END = new Rebalance(Kind.QUARTER_END, 0, 0);

    public Rebalance {
        if (kind == Kind.EVERY_N ? every < 1 || every > 2520 : every != 0) {
            throw new IllegalArgumentException("every must be 1 to 2520 trading days, was " + every);
        }
        if (kind == Kind.THRESHOLD ? !(threshold > 0 && threshold <= 1) : threshold != 0) {
            throw new IllegalArgumentException("threshold must be above 0 and at most 1, was " + threshold);
        }
    }

    public static Rebalance everyDays(int days) {
        return new Rebalance(Kind.EVERY_N, days, 0);
    }

    public static Rebalance threshold(double drift) {
        return new Rebalance(Kind.THRESHOLD, 0, drift);
    }

    /** Reads {@code daily}, {@code weekly}, {@code month_end}, {@code quarter_end}, {@code every_N}, {@code threshold_X}; {@code -} is {@code _}. */
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
        if (key.matches("every_[0-9]{1,4}")) {
            return everyDays(Integer.parseInt(key.substring(6)));
        }
        if (key.matches("threshold_(0?\\.[0-9]{1,17}|1(\\.0)?)")) {
            return threshold(Double.parseDouble(key.substring(10)));
        }
        throw new IllegalArgumentException(
                "rebalance frequency must be daily, weekly, month_end, quarter_end, every_N or threshold_X, was '"
                        + text + "'");
    }

    /** The form that {@link #parse} reads. */
    @Override
    public String toString() {
        return switch (kind) {
            case EVERY_N -> "every_" + every;
            case THRESHOLD -> "threshold_" + threshold;
            case DAILY, WEEKLY, MONTH_END, QUARTER_END -> kind.name().toLowerCase(Locale.ROOT);
        };
    }
}
