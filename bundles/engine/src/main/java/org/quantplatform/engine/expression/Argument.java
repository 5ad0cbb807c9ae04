package org.quantplatform.engine.expression;

/**
 * One argument of an operator.
 *
 * @param min least value allowed, inclusive, of days and numbers
 * @param max greatest value allowed, inclusive, of days and numbers
 */
public record Argument(String name, Type type, double min, double max) {

    /** Longest window, in days. */
    public static final int MAX_DAYS = 2520;

    /** What may stand at an argument's place. */
    public enum Type {
        /** A series or a condition; between cells also a number. */
        SERIES,
        /** A condition, as comparisons give it. */
        BOOLEAN,
        /** A whole number of days. */
        DAYS,
        NUMBER
    }

    static Argument series(String name) {
        return new Argument(name, Type.SERIES, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    static Argument condition(String name) {
        return new Argument(name, Type.BOOLEAN, 0, 1);
    }

    static Argument days(int min) {
        return days(min, MAX_DAYS);
    }

    static Argument days(int min, int max) {
        return new Argument("days", Type.DAYS, min, max);
    }

    static Argument number(String name, double min, double max) {
        return new Argument(name, Type.NUMBER, min, max);
    }

    /** True when the argument is a column, false when it is known before any data are. */
    boolean isColumn() {
        return type == Type.SERIES || type == Type.BOOLEAN;
    }
}
