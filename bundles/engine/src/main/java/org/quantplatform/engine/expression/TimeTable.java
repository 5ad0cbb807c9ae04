package org.quantplatform.engine.expression;

import static org.quantplatform.engine.expression.Argument.days;
import static org.quantplatform.engine.expression.Argument.number;
import static org.quantplatform.engine.expression.Argument.series;
import static org.quantplatform.engine.expression.Definition.time;

import java.util.List;
import org.quantplatform.engine.kernel.Gapped;

/** Operators on one asset's values of the last days; they pass over unknown ones. */
final class TimeTable {

    /** For an operator whose work grows with its window. */
    private static final int MAX_DAYS_OF_LOOPS = 252;

    private static final Argument X = series("x");
    private static final Argument Y = series("y");

    static final List<Definition> ROWS = List.of(
            time("Ref", "x as it was days ago.", plain(Shifts::ref), X, days(1)).reaching(days -> days),
            time("Delta", "x less x days ago.", plain(Shifts::delta), X, days(1))
                    .reaching(days -> days),
            time("Change", "x divided by x days ago, less 1.", plain(Shifts::change), X, days(1))
                    .reaching(days -> days),
            time("Sum", "Sum of the known values.", plain(Gapped::sum), X, days(1)),
            time("Mean", "Mean of the known values.", plain(Gapped::mean), X, days(1)),
            time("Std", "Standard deviation of the sample (ddof 1).", plain(Gapped::standardDeviation), X, days(2)),
            time("Var", "Variance of the sample (ddof 1).", plain(Gapped::variance), X, days(2)),
            time("Skew", "Skewness of the sample; unknown for equal values.", plain(Gapped::skewness), X, days(3)),
            time(
                    "Kurt",
                    "Excess kurtosis of the sample; unknown for equal values.",
                    plain(Gapped::kurtosis),
                    X,
                    days(4)),
            time("Min", "Smallest value.", plain(Gapped::min), X, days(1)),
            time("Max", "Greatest value.", plain(Gapped::max), X, days(1)),
            time(
                    "IdxMin",
                    "Day of the smallest value, 1 for the earliest of the window.",
                    plain(Gapped::placeOfMin),
                    X,
                    days(1)),
            time(
                    "IdxMax",
                    "Day of the greatest value, 1 for the earliest of the window.",
                    plain(Gapped::placeOfMax),
                    X,
                    days(1)),
            time("ArgMin", "The same as IdxMin.", plain(Gapped::placeOfMin), X, days(1)),
            time("ArgMax", "The same as IdxMax.", plain(Gapped::placeOfMax), X, days(1)),
            time("Med", "Median.", (in, n, out) -> Gapped.quantile(in[0], (int) n[0], 0.5, out), X, days(1)),
            time(
                    "Quantile",
                    "Quantile p, interpolated linearly.",
                    (in, n, out) -> Gapped.quantile(in[0], (int) n[0], n[1], out),
                    X,
                    days(1),
                    number("p", 0, 1)),
            time(
                    "Mad",
                    "Mean distance from the mean.",
                    plain(Gapped::meanAbsoluteDeviation),
                    X,
                    days(1, MAX_DAYS_OF_LOOPS)),
            time(
                    "Rank",
                    "Rank of the day's value among those of the window, 1 for the greatest, in (0, 1]; equal values share their mean rank.",
                    plain(Gapped::percentile),
                    X,
                    days(1)),
            time("Count", "How many values are known.", plain(Gapped::count), X, days(1))
                    .bearing(),
            time("ZScore", "(x - Mean) / Std; unknown for equal values.", plain(Shifts::zScore), X, days(2)),
            time("Slope", "Slope per day of the least-squares line over time.", plain(Gapped::slope), X, days(2)),
            time(
                    "Rsquare",
                    "Share of the variance that this line explains; unknown for equal values.",
                    plain(Gapped::rSquare),
                    X,
                    days(2)),
            time("Resi", "x less the value of this line on the day.", plain(Gapped::residual), X, days(2)),
            time(
                    "WMA",
                    "Mean with weights 1, 2, ... days, the latest day's the greatest.",
                    plain(Gapped::linearMean),
                    X,
                    days(1)),
            time(
                            "EMA",
                            "Exponential mean of all values so far, with the smoothing 2 / (days + 1).",
                            plain((in, days, out) -> Gapped.ema(in, days, out)),
                            X,
                            days(1))
                    .reaching(Shifts::reachOfEma),
            time(
                    "Decay",
                    "Mean of the window in which each day weighs keep times the next.",
                    (in, n, out) -> Gapped.decay(in[0], (int) n[0], n[1], out),
                    X,
                    days(1),
                    number("keep", 1e-6, 1)),
            time(
                    "Corr",
                    "Pearson's correlation; unknown when either does not vary.",
                    pair(Gapped::correlation),
                    X,
                    Y,
                    days(2)),
            time("Cov", "Covariance of the sample (ddof 1).", pair(Gapped::covariance), X, Y, days(2)),
            time("Beta", "Slope of the least-squares line of x over y.", pair(Gapped::beta), X, Y, days(2)));

    private TimeTable() {}

    private interface Kernel {
        void run(double[] in, int days, double[] out);
    }

    private interface PairKernel {
        void run(double[] a, double[] b, int days, double[] out);
    }

    private static Definition.ColumnKernel plain(Kernel kernel) {
        return (in, n, out) -> kernel.run(in[0], (int) n[0], out);
    }

    private static Definition.ColumnKernel pair(PairKernel kernel) {
        return (in, n, out) -> kernel.run(in[0], in[1], (int) n[0], out);
    }
}
