package org.quantplatform.engine.figures;

import static org.quantplatform.engine.figures.Figure.Group.TAIL;
import static org.quantplatform.engine.figures.Figure.Unit.FRACTION;
import static org.quantplatform.engine.figures.Figure.Unit.RATIO;
import static org.quantplatform.engine.figures.Figure.named;

import java.util.List;
import org.quantplatform.engine.stats.Statistics;

/** The far ends of the distribution. */
final class TailFigures {

    static final List<Figure<Sample>> ALL = List.of(
            named("var_historical_95", TAIL, FRACTION, "Value at risk 95 %, historical")
                    .as(
                            "quantile(r, 0.05)",
                            "negative for a loss; interpolated linearly (type 7)",
                            s -> Statistics.valueAtRisk(s.returns(), 0.05)),
            named("cvar_historical_95", TAIL, FRACTION, "Expected shortfall 95 %, historical")
                    .as(
                            "mean of the k + 1 smallest r, k = floor((n - 1) * 0.05)",
                            "negative for a loss",
                            s -> Statistics.conditionalValueAtRisk(s.returns(), 0.05)),
            named("var_normal_95", TAIL, FRACTION, "Value at risk 95 %, normal")
                    .as(
                            "mean(r) + z * std(r, ddof 1), z = normal quantile of 0.05",
                            "negative for a loss; R takes the population deviation",
                            s -> Tails.normalValueAtRisk(s.returns(), 0.05)),
            named("cvar_normal_95", TAIL, FRACTION, "Expected shortfall 95 %, normal")
                    .as(
                            "mean(r) - phi(z) / 0.05 * std(r, ddof 1), phi the normal density",
                            "negative for a loss",
                            s -> Tails.normalShortfall(s.returns(), 0.05)),
            named("var_modified_95", TAIL, FRACTION, "Value at risk 95 %, Cornish-Fisher")
                    .as(
                            "mean(r) + y * std(r, ddof 0), y = z + (z^2 - 1) S / 6 + (z^3 - 3 z) K / 24 - (2 z^3 - 5 z) S^2 / 36",
                            "negative for a loss; S skew, K excess_kurtosis; as R",
                            s -> Tails.modifiedValueAtRisk(s.returns(), 0.05)),
            named("var_historical_99", TAIL, FRACTION, "Value at risk 99 %, historical")
                    .as(
                            "quantile(r, 0.01)",
                            "negative for a loss; interpolated linearly (type 7)",
                            s -> Statistics.valueAtRisk(s.returns(), 0.01)),
            named("cvar_historical_99", TAIL, FRACTION, "Expected shortfall 99 %, historical")
                    .as(
                            "mean of the k + 1 smallest r, k = floor((n - 1) * 0.01)",
                            "negative for a loss",
                            s -> Statistics.conditionalValueAtRisk(s.returns(), 0.01)),
            named("var_normal_99", TAIL, FRACTION, "Value at risk 99 %, normal")
                    .as(
                            "mean(r) + z * std(r, ddof 1), z = normal quantile of 0.01",
                            "negative for a loss; R takes the population deviation",
                            s -> Tails.normalValueAtRisk(s.returns(), 0.01)),
            named("cvar_normal_99", TAIL, FRACTION, "Expected shortfall 99 %, normal")
                    .as(
                            "mean(r) - phi(z) / 0.01 * std(r, ddof 1), phi the normal density",
                            "negative for a loss",
                            s -> Tails.normalShortfall(s.returns(), 0.01)),
            named("var_modified_99", TAIL, FRACTION, "Value at risk 99 %, Cornish-Fisher")
                    .as(
                            "mean(r) + y * std(r, ddof 0), y = z + (z^2 - 1) S / 6 + (z^3 - 3 z) K / 24 - (2 z^3 - 5 z) S^2 / 36",
                            "negative for a loss; S skew, K excess_kurtosis; as R",
                            s -> Tails.modifiedValueAtRisk(s.returns(), 0.01)),
            named("tail_ratio", TAIL, RATIO, "Tail ratio")
                    .as(
                            "|quantile(r, 0.95)| / |quantile(r, 0.05)|",
                            "NaN when the lower one is 0",
                            s -> Statistics.tailRatio(s.returns())),
            named("outlier_gain_ratio", TAIL, RATIO, "Best hundredth beside the mean gain")
                    .as(
                            "quantile(r, 0.99) / mean(r where r >= 0)",
                            "the outlier win ratio of quantstats",
                            s -> Tails.outlierGains(s.returns())),
            named("outlier_loss_ratio", TAIL, RATIO, "Worst hundredth beside the mean loss")
                    .as(
                            "quantile(r, 0.01) / mean(r where r < 0)",
                            "the outlier loss ratio of quantstats",
                            s -> Tails.outlierLosses(s.returns())));

    private TailFigures() {}
}
