package org.quantplatform.engine.expression;

/** What a part of an expression stands for. */
public enum Kind {
    /** A number per asset and day, NaN when unknown. */
    SERIES,
    /** A yes or no per asset and day; where a series is asked for it counts as 1 or 0. */
    BOOLEAN,
    /** One number for all assets and days. */
    NUMBER
}
