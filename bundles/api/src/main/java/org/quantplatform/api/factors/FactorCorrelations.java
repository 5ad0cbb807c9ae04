package org.quantplatform.api.factors;

import java.util.List;

/**
 * How alike factors order the same assets.
 *
 * @param subjects rows and columns of the matrix, the combination last
 * @param matrix mean over dates of Spearman's correlation across assets that have both scores; symmetric
 */
public record FactorCorrelations(List<String> subjects, double[][] matrix) {}
