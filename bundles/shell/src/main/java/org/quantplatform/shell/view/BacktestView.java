package org.quantplatform.shell.view;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.quantplatform.api.backtests.Backtest;
import org.quantplatform.api.backtests.BacktestSummary;
import org.quantplatform.api.backtests.EquitySeries;
import org.quantplatform.shell.view.Screen.Pair;

/** A run and its result. */
public final class BacktestView {

    private final Screen screen;
    private final UnaryOperator<String> link;

    /**
     * @param link makes a full address of a link's path
     */
    public BacktestView(Screen screen, UnaryOperator<String> link) {
        this.screen = screen;
        this.link = link;
    }

    public void show(Backtest run, Optional<EquitySeries> equity) {
        head(run);
        if (run.summary() != null) {
            screen.heading("Result");
            screen.figures(figures(run.summary(), run.currency()));
        }
        equity.filter(e -> e.equity().length > 0).ifPresent(e -> curve(e, run.currency()));
        if (!run.warnings().isEmpty()) {
            screen.heading("Warnings");
            run.warnings().forEach(w -> screen.line("  " + screen.paint().yellow("! " + Table.printable(w))));
        }
        if (!run.links().isEmpty()) {
            screen.heading("Links");
            screen.pairs(run.links().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(e -> Pair.of("  " + e.getKey(), link.apply(e.getValue())))
                    .toList());
        }
    }

    private void head(Backtest run) {
        String strategy = run.strategyName()
                + (run.strategyId() == null || run.strategyId().equals(run.strategyName())
                        ? ""
                        : " (" + run.strategyId() + ")");
        screen.pairs(List.of(
                Pair.of("Backtest", run.backtestId()),
                Pair.of("Status", Labels.of(run.status()) + (run.status().ended() ? "" : " " + run.progress() + "%")),
                Pair.of("Strategy", strategy),
                Pair.of("Period", run.startDate() + " to " + run.endDate()),
                Pair.of("Capital", Figures.money(run.initialCapital(), run.currency()))));
        if (run.error() != null) {
            screen.pairs(List.of(Pair.of("Error", run.error())));
        }
    }

    private static List<Pair> figures(BacktestSummary s, String currency) {
        return List.of(
                Pair.signed("Total return", Figures.percent(s.totalReturn())),
                Pair.signed("Annualized return", Figures.percent(s.annualizedReturn())),
                Pair.of("Annualized volatility", Figures.percent(s.annualizedVolatility())),
                Pair.of("Sharpe ratio", Figures.number(s.sharpeRatio(), 2)),
                Pair.of("Sortino ratio", Figures.number(s.sortinoRatio(), 2)),
                Pair.of("Calmar ratio", Figures.number(s.calmarRatio(), 2)),
                Pair.signed("Max drawdown", Figures.percent(s.maxDrawdown())),
                Pair.of("Win rate", Figures.percent(s.winRate())),
                Pair.of("Trades", Figures.count(s.numTrades())),
                Pair.of("Round trips", Figures.count(s.roundTrips())),
                Pair.of("Final equity", Figures.money(s.finalEquity(), currency)),
                Pair.of("Commission", Figures.money(s.totalCommission(), currency)),
                Pair.of("Tax", Figures.money(s.totalTax(), currency)),
                Pair.of("Slippage", Figures.money(s.totalSlippage(), currency)),
                Pair.of("Costs in all", Figures.money(s.totalCosts(), currency)));
    }

    private void curve(EquitySeries series, String currency) {
        double[] equity = series.equity();
        int low = 0;
        int high = 0;
        for (int i = 1; i < equity.length; i++) {
            low = equity[i] < equity[low] ? i : low;
            high = equity[i] > equity[high] ? i : high;
        }
        String spark = Sparkline.of(equity, screen.sparkWidth());
        String first = series.dates().get(0).toString();
        String last = series.dates().get(equity.length - 1).toString();
        screen.heading("Equity");
        screen.line("  " + screen.paint().cyan(spark));
        screen.line(
                "  " + first + TextWidth.padLeft(last, Math.max(last.length() + 1, spark.length() - first.length())));
        screen.line("  min " + Figures.money(equity[low], currency) + " on "
                + series.dates().get(low) + ", max " + Figures.money(equity[high], currency) + " on "
                + series.dates().get(high));
    }
}
