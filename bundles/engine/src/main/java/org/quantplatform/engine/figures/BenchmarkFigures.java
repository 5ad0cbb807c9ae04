package org.quantplatform.engine.figures;

import static org.quantplatform.engine.figures.Figure.Group.BENCHMARK;
import static org.quantplatform.engine.figures.Figure.Unit.FRACTION;
import static org.quantplatform.engine.figures.Figure.Unit.RATIO;
import static org.quantplatform.engine.figures.Figure.named;

import java.util.List;
import org.quantplatform.engine.stats.Statistics;

/** Comparisons; NaN without a benchmark. */
final class BenchmarkFigures {

    static final List<Figure<Sample>> ALL = List.of(
            named("benchmark_return", BENCHMARK, FRACTION, "Total return of the benchmark")
                    .as("prod(1 + b) - 1", "", s -> Statistics.totalReturn(s.benchmark())),
            named("benchmark_annualized_return", BENCHMARK, FRACTION, "Annual growth of the benchmark")
                    .as("prod(1 + b)^(p / n) - 1", "", s -> Statistics.annualizedReturn(s.benchmark(), s.periods())),
            named("benchmark_volatility", BENCHMARK, FRACTION, "Volatility of the benchmark a year")
                    .as(
                            "std(b, ddof 1) * sqrt(p)",
                            "",
                            s -> Statistics.annualizedVolatility(s.benchmark(), s.periods())),
            named("benchmark_sharpe", BENCHMARK, RATIO, "Sharpe ratio of the benchmark")
                    .as(
                            "mean(b - f) / std(b, ddof 1) * sqrt(p)",
                            "",
                            s -> Statistics.sharpeRatio(s.benchmark(), s.riskFree(), s.periods())),
            named("benchmark_max_drawdown", BENCHMARK, FRACTION, "Deepest drawdown of the benchmark")
                    .as("min(D) of b", "negative", s -> Statistics.maxDrawdown(s.benchmark())),
            named("beta", BENCHMARK, RATIO, "Beta")
                    .as("cov(r, b) / var(b)", "NaN when the benchmark is constant", Comparison::beta),
            named("alpha", BENCHMARK, FRACTION, "Jensen's alpha a year")
                    .as(
                            "(1 + mean(r - f) - beta * mean(b - f))^p - 1",
                            "compounded; quantstats multiplies by p, R states it per period",
                            Comparison::alpha),
            named("benchmark_correlation", BENCHMARK, RATIO, "Correlation with the benchmark")
                    .as("corr(r, b)", "Pearson", s -> Statistics.correlation(s.returns(), s.benchmark())),
            named("r_squared", BENCHMARK, RATIO, "Part of the variance that the benchmark explains")
                    .as("corr(r, b)^2", "0 to 1", Comparison::rSquared),
            named("residual_volatility", BENCHMARK, FRACTION, "Volatility beside the benchmark a year")
                    .as("annualized_volatility * sqrt(1 - r_squared)", "divisor n - 1", Comparison::residualVolatility),
            named("beta_up", BENCHMARK, RATIO, "Beta while the benchmark rises")
                    .as(
                            "beta over periods with b > 0",
                            "as R; empyrical takes b >= 0",
                            s -> Comparison.beta(Comparison.when(s, b -> b > 0))),
            named("beta_down", BENCHMARK, RATIO, "Beta while the benchmark falls")
                    .as("beta over periods with b < 0", "as R", s -> Comparison.beta(Comparison.when(s, b -> b < 0))),
            named("alpha_up", BENCHMARK, FRACTION, "Alpha while the benchmark rises")
                    .as(
                            "alpha over periods with b > 0",
                            "compounded over p periods",
                            s -> Comparison.alpha(Comparison.when(s, b -> b > 0))),
            named("alpha_down", BENCHMARK, FRACTION, "Alpha while the benchmark falls")
                    .as(
                            "alpha over periods with b < 0",
                            "compounded over p periods",
                            s -> Comparison.alpha(Comparison.when(s, b -> b < 0))),
            named("capture", BENCHMARK, RATIO, "Capture")
                    .as(
                            "annualized_return / benchmark_annualized_return",
                            "over all periods",
                            s -> Quotient.of(
                                    Annual.growth(s), Statistics.annualizedReturn(s.benchmark(), s.periods()))),
            named("up_capture", BENCHMARK, RATIO, "Capture while the benchmark rises")
                    .as(
                            "annualized_return of r where b > 0 / that of b",
                            "each with its own n; R states a cumulative ratio",
                            s -> Statistics.upCapture(s.returns(), s.benchmark(), s.periods())),
            named("down_capture", BENCHMARK, RATIO, "Capture while the benchmark falls")
                    .as(
                            "annualized_return of r where b < 0 / that of b",
                            "each with its own n; R states a cumulative ratio",
                            s -> Statistics.downCapture(s.returns(), s.benchmark(), s.periods())),
            named("capture_ratio", BENCHMARK, RATIO, "Up capture beside down capture")
                    .as("up_capture / down_capture", "the up/down capture of empyrical", Annual::captureRatio),
            named("active_return", BENCHMARK, FRACTION, "Growth above the benchmark a year")
                    .as(
                            "annualized_return - benchmark_annualized_return",
                            "geometric",
                            s -> Annual.growth(s) - Statistics.annualizedReturn(s.benchmark(), s.periods())),
            named("tracking_error", BENCHMARK, FRACTION, "Tracking error a year")
                    .as(
                            "std(r - b, ddof 1) * sqrt(p)",
                            "",
                            s -> Statistics.annualizedVolatility(Comparison.active(s), s.periods())),
            named("information_ratio", BENCHMARK, RATIO, "Information ratio")
                    .as(
                            "mean(r - b) / std(r - b, ddof 1) * sqrt(p)",
                            "arithmetic; empyrical and quantstats state it per period, R takes active_return / tracking_error",
                            s -> Statistics.sharpeRatio(Comparison.active(s), 0, s.periods())),
            named("treynor_ratio", BENCHMARK, RATIO, "Treynor ratio")
                    .as(
                            "(annualized_return - F) / beta, F = (1 + f)^p - 1",
                            "as R; quantstats takes total_return",
                            Comparison::treynor),
            named("m_squared", BENCHMARK, FRACTION, "Modigliani measure a year")
                    .as("f * p + sharpe_ratio * benchmark_volatility", "arithmetic", Comparison::modigliani),
            named("batting_average", BENCHMARK, FRACTION, "Share of periods better than the benchmark")
                    .as("count(r > b) / n", "", s -> Comparison.batting(s, b -> true)),
            named("batting_average_up", BENCHMARK, FRACTION, "The same while the benchmark does not fall")
                    .as("count(r > b) / n where b >= 0", "", s -> Comparison.batting(s, b -> b >= 0)),
            named("batting_average_down", BENCHMARK, FRACTION, "The same while the benchmark falls")
                    .as("count(r > b) / n where b < 0", "", s -> Comparison.batting(s, b -> b < 0)),
            named("beta_fragility", BENCHMARK, RATIO, "Fragility of beta")
                    .as(
                            "((b2 - b1) r1 + (b3 - b2) r3) / (b3 - b1) - r2",
                            "at the lowest b1, the middle b2 (place n / 2) and the highest b3; as older releases of empyrical",
                            Comparison::fragility),
            named("beta_convexity", BENCHMARK, RATIO, "Ends above the middle on the line of the benchmark")
                    .as(
                            "((b3 - b2) r1 + (b2 - b1) r3) / (b3 - b1) - r2",
                            "linear interpolation between the ends; the beta fragility of newer releases of empyrical",
                            Comparison::convexity));

    private BenchmarkFigures() {}
}
