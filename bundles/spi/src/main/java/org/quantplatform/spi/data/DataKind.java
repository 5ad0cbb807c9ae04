package org.quantplatform.spi.data;

/** What a source can deliver. */
public enum DataKind {
    INSTRUMENTS,
    DAILY_BARS,
    CORPORATE_ACTIONS,
    FUNDAMENTALS,
    INDEX_MEMBERS
}
