package org.quantplatform.model;

/** What a source has already done to the prices it states. */
public enum PriceBasis {
    /** As traded on the day. */
    RAW,
    /** Adjusted for splits, not for dividends. */
    SPLIT,
    /** Adjusted for splits and dividends. */
    FULL
}
