package org.quantplatform.api.backtests;

/** A part of a run's result. */
public enum ResultTable {
    /** Everything in one document, as JSON only. */
    ALL,
    TRADES,
    EQUITY,
    /** Positions at the last close. */
    HOLDINGS
}
