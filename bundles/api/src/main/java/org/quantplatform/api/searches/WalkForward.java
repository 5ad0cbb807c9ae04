package org.quantplatform.api.searches;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What would have come out for somebody who chose anew at each window's start. Each test window is a run of its own that
 * starts in cash; their returns are joined day by day.
 *
 * @param outOfSample over all test windows joined
 * @param efficiency mean annualised return of the test windows over that of the chosen trials in training; NaN when the latter
 *     is not above 0
 * @param profitableWindows share of test windows with a gain
 * @param criteria in order
 * @param accepted whether every criterion holds
 */
public record WalkForward(
        List<Window> windows,
        Figures outOfSample,
        double efficiency,
        double profitableWindows,
        List<Criterion> criteria,
        boolean accepted) {

    /**
     * One step. Dates are inclusive.
     *
     * @param chosen number of the trial that was best in training
     * @param trainObjective of that trial
     * @param testObjective of its run in the test window
     * @param efficiency annualised return of the test over that of the training; NaN when the latter is not above 0
     */
    public record Window(
            int window,
            LocalDate trainFrom,
            LocalDate trainTo,
            LocalDate testFrom,
            LocalDate testTo,
            int chosen,
            Map<String, Object> values,
            double trainObjective,
            double testObjective,
            double trainReturn,
            double testReturn,
            double efficiency) {}

    /** Of joined returns; units as in a backtest's summary. */
    public record Figures(
            double totalReturn,
            double annualizedReturn,
            double annualizedVolatility,
            double sharpeRatio,
            double maxDrawdown) {}

    /**
     * @param limit the least value that passes
     */
    public record Criterion(String name, double value, double limit, boolean passed) {}
}
