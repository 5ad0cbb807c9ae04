package org.quantplatform.model;

/** In what quantities orders may be sized. */
public enum ShareRule {
    /** Whole lots of the market, rounded towards zero. */
    WHOLE,
    FRACTIONAL
}
