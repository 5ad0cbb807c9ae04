package org.quantplatform.engine.figures;

import static org.quantplatform.engine.figures.Figure.Group.RETURN;
import static org.quantplatform.engine.figures.Figure.Unit.FRACTION;
import static org.quantplatform.engine.figures.Figure.Unit.PERIODS;
import static org.quantplatform.engine.figures.Figure.named;

import java.util.List;
import org.quantplatform.engine.stats.Statistics;

/** What was earned. */
final class ReturnFigures {

    static final List<Figure<Sample>> ALL = List.of(
            named("total_return", RETURN, FRACTION, "Total return")
                    .as("prod(1 + r) - 1", "0 without returns", s -> Statistics.totalReturn(s.returns())),
            named("annualized_return", RETURN, FRACTION, "Compound annual growth rate")
                    .as(
                            "prod(1 + r)^(p / n) - 1",
                            "by the number of returns; ffn counts calendar days / 365.25",
                            s -> Statistics.annualizedReturn(s.returns(), s.periods())),
            named("average_return", RETURN, FRACTION, "Mean return of a period")
                    .as(
                            "mean(r)",
                            "arithmetic, periods of 0 included; quantstats leaves these out",
                            s -> Tails.mean(s.returns())),
            named("geometric_mean_return", RETURN, FRACTION, "Geometric mean return of a period")
                    .as(
                            "prod(1 + r)^(1 / n) - 1",
                            "the expected return of quantstats",
                            s -> Gains.geometricMean(s.returns())),
            named("positive_days", RETURN, FRACTION, "Share of periods with a gain")
                    .as(
                            "count(r > 0) / n",
                            "periods of 0 count as no gain",
                            s -> Statistics.positiveShare(s.returns())),
            named("win_rate_days", RETURN, FRACTION, "Share of gains among periods that moved")
                    .as("count(r > 0) / count(r != 0)", "NaN when nothing moved", s -> Gains.winRate(s.returns())),
            named("active_days", RETURN, FRACTION, "Share of periods that moved")
                    .as(
                            "count(r != 0) / n",
                            "the exposure of quantstats, not rounded",
                            s -> Gains.count(s.returns(), x -> x != 0) / (double) s.size()),
            named("average_gain", RETURN, FRACTION, "Mean gain")
                    .as("mean(r where r > 0)", "NaN without gains", s -> Gains.averageGain(s.returns())),
            named("average_loss", RETURN, FRACTION, "Mean loss")
                    .as("mean(r where r < 0)", "negative; NaN without losses", s -> Gains.averageLoss(s.returns())),
            named("longest_gains", RETURN, PERIODS, "Longest row of gains")
                    .as(
                            "largest number of consecutive r > 0",
                            "a period of 0 ends the row",
                            s -> Gains.streak(s.returns(), x -> x > 0)),
            named("longest_losses", RETURN, PERIODS, "Longest row of losses")
                    .as(
                            "largest number of consecutive r < 0",
                            "a period of 0 ends the row",
                            s -> Gains.streak(s.returns(), x -> x < 0)));

    private ReturnFigures() {}
}
