package org.quantplatform.model;

/** Which corporate actions are taken out of a price series that a reader asks for. */
public enum Adjust {
    NONE,
    SPLIT,
    ALL
}
