package org.quantplatform.api.searches;

/** How a search goes through its space. */
public enum SearchKind {
    /** Every combination. */
    GRID,
    /** Combinations drawn by a seeded generator, none twice. */
    RANDOM,
    /** Every combination in each training window; the best of a window runs in the test window after it. */
    WALK_FORWARD,
    /** The same run with its costs taken several times. */
    COST_SENSITIVITY
}
