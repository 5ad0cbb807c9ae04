package org.quantplatform.engine.figures;

import static org.quantplatform.engine.figures.Figure.Group.RATIOS;
import static org.quantplatform.engine.figures.Figure.Unit.FRACTION;
import static org.quantplatform.engine.figures.Figure.Unit.RATIO;
import static org.quantplatform.engine.figures.Figure.named;

import java.util.List;
import org.quantplatform.engine.stats.Statistics;

/** What was earned beside what was risked. */
final class RatioFigures {

    static final List<Figure<Sample>> ALL = List.of(
            named("sharpe_ratio", RATIOS, RATIO, "Sharpe ratio")
                    .as(
                            "mean(r - f) / std(r, ddof 1) * sqrt(p)",
                            "arithmetic; R's default is geometric",
                            s -> Statistics.sharpeRatio(s.returns(), s.riskFree(), s.periods())),
            named("smart_sharpe", RATIOS, RATIO, "Sharpe ratio less autocorrelation")
                    .as(
                            "sharpe_ratio / sqrt(1 + 2 sum over k = 1 … n - 1 of (n - k) / n * |autocorrelation|^k)",
                            "quantstats",
                            s -> Annual.sharpe(s) / Tails.autocorrelationPenalty(s.returns())),
            named("probabilistic_sharpe", RATIOS, FRACTION, "Probability that the true Sharpe ratio is above 0")
                    .as(
                            "Phi(SR * sqrt(n - 1) / sqrt(1 - S * SR + (K + 2) / 4 * SR^2)), SR per period",
                            "S skew, K excess_kurtosis; population moments, quantstats corrects for bias",
                            Annual::probabilisticSharpe),
            named("sortino_ratio", RATIOS, RATIO, "Sortino ratio")
                    .as(
                            "mean(r - f) * p / downside_risk",
                            "R states it per period",
                            s -> Statistics.sortinoRatio(s.returns(), s.riskFree(), s.periods())),
            named("adjusted_sortino", RATIOS, RATIO, "Sortino ratio, comparable with Sharpe")
                    .as(
                            "sortino_ratio / sqrt(2)",
                            "Schwager",
                            s -> Statistics.sortinoRatio(s.returns(), s.riskFree(), s.periods()) / Math.sqrt(2)),
            named("calmar_ratio", RATIOS, RATIO, "Calmar ratio")
                    .as(
                            "annualized_return / |max_drawdown|",
                            "over the whole series; NaN without a drawdown",
                            s -> Quotient.of(Annual.growth(s), -Statistics.maxDrawdown(s.returns()))),
            named("sterling_ratio", RATIOS, RATIO, "Sterling ratio")
                    .as(
                            "annualized_return / (|max_drawdown| + 0.1)",
                            "as R",
                            s -> Quotient.of(Annual.growth(s), 0.1 - Statistics.maxDrawdown(s.returns()))),
            named("burke_ratio", RATIOS, RATIO, "Burke ratio")
                    .as(
                            "(annualized_return - F) / sqrt(sum over drawdowns of min(D)^2), F = (1 + f)^p - 1",
                            "stretches below one high; R finds other stretches",
                            s -> Quotient.of(Annual.excess(s), Declines.rootOfSquares(s))),
            named("martin_ratio", RATIOS, RATIO, "Martin ratio")
                    .as(
                            "(annualized_return - F) / ulcer_index, F = (1 + f)^p - 1",
                            "ulcer performance index",
                            s -> Quotient.of(Annual.excess(s), Declines.ulcer(s))),
            named("pain_ratio", RATIOS, RATIO, "Pain ratio")
                    .as(
                            "(annualized_return - F) / pain_index, F = (1 + f)^p - 1",
                            "as R",
                            s -> Quotient.of(Annual.excess(s), Declines.pain(s))),
            named("recovery_factor", RATIOS, RATIO, "Recovery factor")
                    .as(
                            "total_return / |max_drawdown|",
                            "compounded; quantstats adds returns up",
                            s -> Quotient.of(
                                    Statistics.totalReturn(s.returns()), -Statistics.maxDrawdown(s.returns()))),
            named("omega", RATIOS, RATIO, "Omega about 0")
                    .as(
                            "sum(r where r > 0) / sum(-r where r < 0)",
                            "the profit factor of days; NaN without losses",
                            s -> Statistics.omega(s.returns())),
            named("gain_to_pain", RATIOS, RATIO, "Gain to pain")
                    .as("sum(r) / sum(-r where r < 0)", "NaN without losses", s -> Gains.gainToPain(s.returns())),
            named("payoff_days", RATIOS, RATIO, "Mean gain beside mean loss")
                    .as(
                            "average_gain / |average_loss|",
                            "of periods, not of round trips",
                            s -> Gains.payoff(s.returns())),
            named("kelly", RATIOS, FRACTION, "Kelly criterion")
                    .as(
                            "(payoff_days * win_rate_days - (1 - win_rate_days)) / payoff_days",
                            "of periods",
                            s -> Gains.kelly(s.returns())),
            named("common_sense_ratio", RATIOS, RATIO, "Common sense ratio")
                    .as(
                            "omega * tail_ratio",
                            "quantstats",
                            s -> Statistics.omega(s.returns()) * Statistics.tailRatio(s.returns())),
            named("cpc_index", RATIOS, RATIO, "CPC index")
                    .as(
                            "omega * win_rate_days * payoff_days",
                            "quantstats",
                            s -> Statistics.omega(s.returns())
                                    * Gains.winRate(s.returns())
                                    * Gains.payoff(s.returns())));

    private RatioFigures() {}
}
