package org.quantplatform.engine.figures;

import static org.quantplatform.engine.figures.Figure.Group.RISK;
import static org.quantplatform.engine.figures.Figure.Unit.FRACTION;
import static org.quantplatform.engine.figures.Figure.Unit.RATIO;
import static org.quantplatform.engine.figures.Figure.named;

import java.util.List;
import org.quantplatform.engine.stats.Statistics;

/** How far returns scatter. */
final class RiskFigures {

    static final List<Figure<Sample>> ALL = List.of(
            named("annualized_volatility", RISK, FRACTION, "Volatility a year")
                    .as(
                            "std(r, ddof 1) * sqrt(p)",
                            "sample deviation",
                            s -> Statistics.annualizedVolatility(s.returns(), s.periods())),
            named("downside_risk", RISK, FRACTION, "Downside deviation a year")
                    .as(
                            "sqrt(mean(min(r - f, 0)^2)) * sqrt(p)",
                            "mean over all returns, not only losses",
                            s -> Statistics.downsideRisk(s.returns(), s.riskFree(), s.periods())),
            named("skew", RISK, RATIO, "Skewness")
                    .as(
                            "m3 / m2^1.5",
                            "population moments; pandas and quantstats correct for bias",
                            s -> Statistics.skew(s.returns())),
            named("excess_kurtosis", RISK, RATIO, "Kurtosis above 3")
                    .as(
                            "m4 / m2^2 - 3",
                            "population moments; pandas and quantstats correct for bias",
                            s -> Statistics.excessKurtosis(s.returns())),
            named("autocorrelation", RISK, RATIO, "Correlation with the period before")
                    .as("corr(r[t], r[t - 1])", "Pearson", s -> Tails.autocorrelation(s.returns())),
            named("stability", RISK, RATIO, "Straightness of the log of wealth")
                    .as(
                            "R^2 of a line through cumsum(log(1 + r)) over 0, 1, 2 …",
                            "0 to 1; NaN after a total loss",
                            s -> Statistics.stability(s.returns())));

    private RiskFigures() {}
}
