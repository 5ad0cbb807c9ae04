package org.quantplatform.engine.figures;

import static org.quantplatform.engine.figures.Figure.Group.TRADING;
import static org.quantplatform.engine.figures.Figure.Unit.COUNT;
import static org.quantplatform.engine.figures.Figure.Unit.FRACTION;
import static org.quantplatform.engine.figures.Figure.Unit.MONEY;
import static org.quantplatform.engine.figures.Figure.Unit.PERIODS;
import static org.quantplatform.engine.figures.Figure.Unit.RATIO;
import static org.quantplatform.engine.figures.Figure.named;

import java.util.List;
import org.quantplatform.engine.stats.RoundTrips.RoundTrip;
import org.quantplatform.engine.stats.Statistics;
import org.quantplatform.model.Side;

/** How a run traded. */
final class TradingFigures {

    static final List<Figure<Trading>> ALL = List.of(
            named("final_equity", TRADING, MONEY, "Equity at the last close")
                    .as("cash + positions at the last close", "", Trading::finalEquity),
            named("turnover", TRADING, FRACTION, "Turnover a year")
                    .as(
                            "(value bought + value sold) / 2 / mean(equity) / (days / 252)",
                            "1 is the whole portfolio once a year; pyfolio divides per day",
                            Trading::turnover),
            named("exposure", TRADING, FRACTION, "Mean net exposure")
                    .as("mean(1 - cash / equity)", "short positions count against long ones", Trading::exposure),
            named("num_trades", TRADING, COUNT, "Fills").as("number of fills", "", Trading::fills),
            named("round_trips", TRADING, COUNT, "Round trips")
                    .as("positions opened from 0", "closed ones and those still open", t -> t.trips()
                            .count()),
            named("closed_round_trips", TRADING, COUNT, "Closed round trips")
                    .as("positions that returned to 0", "what the following say of trips is about these", t -> t.trips()
                            .closed()),
            named("win_rate", TRADING, FRACTION, "Share of round trips with a profit")
                    .as(
                            "count(P > 0) / count(P), P profit of a closed round trip",
                            "costs and dividends included",
                            t -> t.trips().winRate()),
            named("win_rate_long", TRADING, FRACTION, "The same of long positions")
                    .as("count(P > 0) / count(P), long", "", t -> t.won(Side.BUY)),
            named("win_rate_short", TRADING, FRACTION, "The same of short positions")
                    .as("count(P > 0) / count(P), short", "", t -> t.won(Side.SELL)),
            named("profit_factor", TRADING, RATIO, "Profit factor")
                    .as(
                            "sum(P where P > 0) / sum(-P where P < 0)",
                            "of closed round trips; that of days is omega",
                            t -> Statistics.omega(t.profits())),
            named("payoff_ratio", TRADING, RATIO, "Mean profit beside mean loss")
                    .as(
                            "mean(P where P > 0) / mean(-P where P < 0)",
                            "of closed round trips",
                            t -> Gains.payoff(t.profits())),
            named("average_profit", TRADING, MONEY, "Mean profit of a round trip")
                    .as("mean(P)", "the expectancy", t -> Tails.mean(t.profits())),
            named("average_winner", TRADING, MONEY, "Mean profit of the winners")
                    .as("mean(P where P > 0)", "", t -> Gains.averageGain(t.profits())),
            named("average_loser", TRADING, MONEY, "Mean profit of the losers")
                    .as("mean(P where P < 0)", "negative", t -> Gains.averageLoss(t.profits())),
            named("best_trip", TRADING, MONEY, "Largest profit").as("max(P)", "", t -> Gains.best(t.profits())),
            named("worst_trip", TRADING, MONEY, "Largest loss")
                    .as("min(P)", "negative for a loss", t -> Gains.worst(t.profits())),
            named("average_trip_return", TRADING, FRACTION, "Mean return of a round trip")
                    .as(
                            "mean(P / cash of the fills that made the position larger)",
                            "each round trip counts the same",
                            t -> Tails.mean(t.of(RoundTrip::gain))),
            named("system_quality", TRADING, RATIO, "System quality number")
                    .as(
                            "mean(P) / std(P, ddof 1) * sqrt(count(P))",
                            "Tharp",
                            t -> Statistics.sharpeRatio(t.profits(), 0, t.profits().length)),
            named("longest_winning_row", TRADING, COUNT, "Longest row of winners")
                    .as(
                            "largest number of consecutive P > 0",
                            "in the order of closing",
                            t -> Gains.streak(t.profits(), x -> x > 0)),
            named("longest_losing_row", TRADING, COUNT, "Longest row of losers")
                    .as(
                            "largest number of consecutive P < 0",
                            "in the order of closing",
                            t -> Gains.streak(t.profits(), x -> x < 0)),
            named("average_holding_days", TRADING, PERIODS, "Mean holding period")
                    .as(
                            "mean(days from the first fill to the closing one)",
                            "trading days; NaN when nothing closed",
                            t -> Tails.mean(t.held())),
            named("median_holding_days", TRADING, PERIODS, "Median holding period")
                    .as(
                            "median(days from the first fill to the closing one)",
                            "trading days",
                            t -> Statistics.quantile(t.held(), 0.5)),
            named("longest_holding_days", TRADING, PERIODS, "Longest holding period")
                    .as(
                            "max(days from the first fill to the closing one)",
                            "trading days",
                            t -> Trading.largest(t.held())));

    private TradingFigures() {}
}
