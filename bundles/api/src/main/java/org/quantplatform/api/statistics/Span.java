package org.quantplatform.api.statistics;

/** Spans of the calendar. */
public enum Span {
    DAY,
    /** From Monday, numbered as ISO 8601 does. */
    WEEK,
    MONTH,
    QUARTER,
    YEAR
}
