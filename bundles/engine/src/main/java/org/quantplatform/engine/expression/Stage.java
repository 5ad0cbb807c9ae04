package org.quantplatform.engine.expression;

import java.util.List;

/**
 * What can be done asset by asset before values have to be brought together across assets.
 *
 * @param slots number of columns under work at once
 * @param constants columns of one number each, which lie in the slots after those
 * @param across what is brought together at the end of the stage
 */
record Stage(List<Step> steps, int slots, List<Double> constants, List<Across> across) {

    /** Changes a matrix in place, day by day. */
    record Across(Definition definition, double[] numbers, int matrix) {}
}
