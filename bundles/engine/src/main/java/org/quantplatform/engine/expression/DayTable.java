package org.quantplatform.engine.expression;

import static org.quantplatform.engine.expression.Argument.number;
import static org.quantplatform.engine.expression.Argument.series;
import static org.quantplatform.engine.expression.Definition.day;

import java.util.List;
import org.quantplatform.engine.kernel.CrossSection;

/** Operators across the assets of one day. */
final class DayTable {

    private static final Argument X = series("x");

    static final List<Definition> ROWS = List.of(
            day(
                    "CSRank",
                    "Rank among the assets divided by their number, 1 for the greatest, in (0, 1]; equal values share their mean rank.",
                    (values, eligible, groups, n) -> DayKernels.rank(values, eligible),
                    X),
            day(
                    "CSZScore",
                    "Distance from the assets' mean in standard deviations (ddof 0); 0 when all are equal.",
                    (values, eligible, groups, n) -> CrossSection.zScore(values, eligible, values),
                    X),
            day(
                    "CSDemean",
                    "x less the assets' mean.",
                    (values, eligible, groups, n) -> CrossSection.demean(values, eligible, values),
                    X),
            day(
                    "CSNeutralize",
                    "x less the mean of the asset's sector; assets without one are a sector of their own.",
                    (values, eligible, groups, n) -> CrossSection.neutralise(values, eligible, groups, values),
                    X),
            day(
                    "CSWinsorize",
                    "x, pulled back to the given number of standard deviations (ddof 0) from the assets' mean.",
                    (values, eligible, groups, n) -> CrossSection.winsorise(values, eligible, n[0], values),
                    X,
                    number("sigmas", 0.1, 100)),
            day(
                    "CSScale",
                    "x divided by the sum of the assets' |x|; unknown when that is 0.",
                    (values, eligible, groups, n) -> DayKernels.scale(values, eligible),
                    X),
            day(
                    "CSMean",
                    "Mean of the assets, for each whose own value is known.",
                    (values, eligible, groups, n) -> DayKernels.mean(values, eligible),
                    X));

    private DayTable() {}
}
