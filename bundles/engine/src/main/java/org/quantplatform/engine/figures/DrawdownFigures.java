package org.quantplatform.engine.figures;

import static org.quantplatform.engine.figures.Figure.Group.DRAWDOWN;
import static org.quantplatform.engine.figures.Figure.Unit.COUNT;
import static org.quantplatform.engine.figures.Figure.Unit.DAYS;
import static org.quantplatform.engine.figures.Figure.Unit.FRACTION;
import static org.quantplatform.engine.figures.Figure.named;

import java.util.List;
import org.quantplatform.engine.stats.Statistics;

/** How far, how long and how often wealth lay below its high. */
final class DrawdownFigures {

    static final List<Figure<Sample>> ALL = List.of(
            named("max_drawdown", DRAWDOWN, FRACTION, "Deepest drawdown")
                    .as(
                            "min(D)",
                            "negative; R and ulcer tables state it positive",
                            s -> Statistics.maxDrawdown(s.returns())),
            named("average_drawdown", DRAWDOWN, FRACTION, "Mean depth of drawdowns")
                    .as(
                            "mean over stretches below one high of min(D)",
                            "negative; NaN without one",
                            Declines::averageDepth),
            named("average_drawdown_days", DRAWDOWN, DAYS, "Mean length of drawdowns")
                    .as(
                            "mean days from the high to the return to it",
                            "the last one counts to the end; NaN without one",
                            Declines::averageDays),
            named("longest_drawdown_days", DRAWDOWN, DAYS, "Longest drawdown")
                    .as(
                            "largest number of days from the high to the return to it",
                            "the last one counts to the end",
                            Declines::longestDays),
            named("drawdowns", DRAWDOWN, COUNT, "Number of drawdowns")
                    .as("stretches below one high", "the last one may still last", s -> Declines.episodes(s)
                            .size()),
            named("time_under_water", DRAWDOWN, FRACTION, "Share of periods below the high")
                    .as("count(D < 0) / n", "", Declines::shareBelowHigh),
            named("ulcer_index", DRAWDOWN, FRACTION, "Ulcer index")
                    .as("sqrt(sum(D^2) / n)", "as R; quantstats divides by n - 1", Declines::ulcer),
            named("pain_index", DRAWDOWN, FRACTION, "Pain index").as("sum(-D) / n", "positive, as R", Declines::pain),
            named("conditional_drawdown_95", DRAWDOWN, FRACTION, "Mean of the worst twentieth of drawdown")
                    .as(
                            "mean of the k + 1 smallest D, k = floor((n - 1) * 0.05)",
                            "negative; over periods, not over stretches",
                            s -> Statistics.conditionalValueAtRisk(s.depths(), 0.05)));

    private DrawdownFigures() {}
}
