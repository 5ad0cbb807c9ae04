package org.quantplatform.api.searches;

import org.jspecify.annotations.Nullable;

/**
 * Which heat map.
 *
 * @param x path of the space; its first two paths when both are left out
 * @param y another path of the space
 * @param metric the search's objective when left out
 * @param reduce how trials that differ only in other paths become one cell, {@code best} when left out
 */
public record HeatMapQuery(
        @Nullable String x, @Nullable String y, @Nullable Objective metric, @Nullable Reduce reduce) {

    public static final HeatMapQuery DEFAULT = new HeatMapQuery(null, null, null, null);

    /** What stands for several trials. */
    public enum Reduce {
        BEST,
        MEAN,
        WORST
    }
}
