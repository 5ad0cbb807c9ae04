package org.quantplatform.engine.sweep;

/**
 * What each rule of a sweep came to, in the order of the rules.
 *
 * @param totalReturns end value over initial cash, less 1
 * @param closedTrades positions that were opened and closed again
 */
public record SweepResult(double[] totalReturns, int[] closedTrades) {}
