package org.quantplatform.api.data;

/** What of the stored data is written into a file. */
public enum ExportKind {
    BARS,
    /** Bars of minutes, of named instruments only. */
    MINUTES,
    ACTIONS,
    FUNDAMENTALS
}
