package org.quantplatform.engine.figures;

import static org.quantplatform.engine.figures.Figure.Group.CALENDAR;
import static org.quantplatform.engine.figures.Figure.Unit.FRACTION;
import static org.quantplatform.engine.figures.Figure.Unit.RATIO;
import static org.quantplatform.engine.figures.Figure.named;

import java.util.List;
import org.quantplatform.engine.figures.Spans.Span;
import org.quantplatform.engine.stats.Statistics;

/** What weeks, months and years brought. */
final class SpanFigures {

    static final List<Figure<Sample>> ALL = List.of(
            named("best_day", CALENDAR, FRACTION, "Best period")
                    .as("max(r)", "of a single return", s -> Gains.best(s.returns())),
            named("worst_day", CALENDAR, FRACTION, "Worst period")
                    .as("min(r)", "of a single return", s -> Gains.worst(s.returns())),
            named("best_week", CALENDAR, FRACTION, "Best week")
                    .as(
                            "max of prod(1 + r) - 1 by week",
                            "weeks from Monday, the first and last may be partial",
                            s -> Gains.best(Spans.returns(s, Span.WEEK))),
            named("worst_week", CALENDAR, FRACTION, "Worst week")
                    .as(
                            "min of prod(1 + r) - 1 by week",
                            "weeks from Monday, the first and last may be partial",
                            s -> Gains.worst(Spans.returns(s, Span.WEEK))),
            named("positive_weeks", CALENDAR, FRACTION, "Share of weeks with a gain")
                    .as(
                            "count(R > 0) / count(R), R = prod(1 + r) - 1 by week",
                            "weeks from Monday, the first and last may be partial",
                            s -> Statistics.positiveShare(Spans.returns(s, Span.WEEK))),
            named("best_month", CALENDAR, FRACTION, "Best month")
                    .as(
                            "max of prod(1 + r) - 1 by month",
                            "calendar months, the first and last may be partial",
                            s -> Gains.best(Spans.returns(s, Span.MONTH))),
            named("worst_month", CALENDAR, FRACTION, "Worst month")
                    .as(
                            "min of prod(1 + r) - 1 by month",
                            "calendar months, the first and last may be partial",
                            s -> Gains.worst(Spans.returns(s, Span.MONTH))),
            named("positive_months", CALENDAR, FRACTION, "Share of months with a gain")
                    .as(
                            "count(R > 0) / count(R), R = prod(1 + r) - 1 by month",
                            "calendar months, the first and last may be partial",
                            s -> Statistics.positiveShare(Spans.returns(s, Span.MONTH))),
            named("best_year", CALENDAR, FRACTION, "Best year")
                    .as(
                            "max of prod(1 + r) - 1 by year",
                            "calendar years, the first and last may be partial",
                            s -> Gains.best(Spans.returns(s, Span.YEAR))),
            named("worst_year", CALENDAR, FRACTION, "Worst year")
                    .as(
                            "min of prod(1 + r) - 1 by year",
                            "calendar years, the first and last may be partial",
                            s -> Gains.worst(Spans.returns(s, Span.YEAR))),
            named("positive_years", CALENDAR, FRACTION, "Share of years with a gain")
                    .as(
                            "count(R > 0) / count(R), R = prod(1 + r) - 1 by year",
                            "calendar years, the first and last may be partial",
                            s -> Statistics.positiveShare(Spans.returns(s, Span.YEAR))),
            named("monthly_mean", CALENDAR, FRACTION, "Mean of monthly returns, a year")
                    .as(
                            "12 * mean(R), R by month",
                            "partial months count; ffn leaves out a partial first one",
                            s -> 12 * Tails.mean(Spans.returns(s, Span.MONTH))),
            named("monthly_volatility", CALENDAR, FRACTION, "Volatility of monthly returns, a year")
                    .as(
                            "std(R, ddof 1) * sqrt(12), R by month",
                            "partial months count; ffn leaves out a partial first one",
                            s -> Statistics.annualizedVolatility(Spans.returns(s, Span.MONTH), 12)),
            named("monthly_sharpe", CALENDAR, RATIO, "Sharpe ratio of monthly returns")
                    .as(
                            "mean(R - F) / std(R, ddof 1) * sqrt(12), R by month, F = (1 + f)^(p / 12) - 1",
                            "partial months count; ffn leaves out a partial first one",
                            Annual::monthlySharpe),
            named("monthly_gain_to_pain", CALENDAR, RATIO, "Gain to pain of months")
                    .as(
                            "sum(R) / sum(-R where R < 0), R by month",
                            "compounded within the month; NaN without a loss",
                            s -> Gains.gainToPain(Spans.returns(s, Span.MONTH))));

    private SpanFigures() {}
}
