package org.quantplatform.api.data;

/** Which days an update asks for. */
public enum UpdateMode {
    /** From shortly before the latest stored day to the latest session that can be had. */
    UPDATE,
    /** Those in a range that are neither stored nor known to have no bar. */
    BACKFILL
}
