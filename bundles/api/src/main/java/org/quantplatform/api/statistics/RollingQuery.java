package org.quantplatform.api.statistics;

import java.util.List;

/**
 * Which statistics are wanted over a moving window.
 *
 * @param window periods, 2 to the number of returns of the run
 * @param statistics ids of the catalogue, at most 20; empty for the usual ones
 */
public record RollingQuery(int window, List<String> statistics, Basis basis) {

    public RollingQuery {
        statistics = List.copyOf(statistics);
    }
}
