package org.quantplatform.rest.internal.events;

/** Why a stream of events ends. */
public enum Ending {
    /** The last event is sent. */
    COMPLETE,
    /** The reader may not see it, or not any more, and was told so. */
    REFUSED,
    /** The reader is too far behind, and may come back for the rest. */
    TOO_SLOW,
    /** The wire is broken. */
    LOST
}
