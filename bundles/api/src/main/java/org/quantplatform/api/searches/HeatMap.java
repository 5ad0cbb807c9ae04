package org.quantplatform.api.searches;

import java.util.List;

/**
 * The objective over two paths of a space.
 *
 * @param x path along the columns
 * @param y path along the rows
 * @param cells one row per value of {@code y}, in it one figure per value of {@code x}; NaN where no trial ran through
 */
public record HeatMap(
        String x, List<Object> xValues, String y, List<Object> yValues, Objective metric, List<double[]> cells) {}
