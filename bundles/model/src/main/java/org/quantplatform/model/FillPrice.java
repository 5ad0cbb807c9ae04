package org.quantplatform.model;

/** At which price orders that were decided at a day's close are filled. */
public enum FillPrice {
    NEXT_OPEN,
    NEXT_CLOSE,
    /** Typical price of the next day: (high + low + close) / 3. */
    NEXT_VWAP,
    /** The close that the decision itself used: looks ahead, so the result carries a warning. */
    SAME_CLOSE
}
