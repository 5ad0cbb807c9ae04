package org.quantplatform.api.statistics;

/** By what profit is told apart. */
public enum Grouping {
    TICKER,
    SECTOR,
    YEAR
}
