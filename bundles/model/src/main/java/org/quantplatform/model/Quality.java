package org.quantplatform.model;

/** Which bars a reader wants. */
public enum Quality {
    /** Every one that is stored. */
    ALL,
    /** None that was flagged when it was imported, or by a check. */
    STRICT
}
