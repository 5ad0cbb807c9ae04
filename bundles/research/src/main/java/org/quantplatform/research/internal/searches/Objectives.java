package org.quantplatform.research.internal.searches;

import java.util.Comparator;
import org.quantplatform.api.backtests.BacktestSummary;
import org.quantplatform.api.searches.Objective;
import org.quantplatform.api.searches.Trial;

/** Reads an objective out of a summary, and compares trials by it. */
final class Objectives {

    private Objectives() {}

    static double of(Objective objective, BacktestSummary summary) {
        return switch (objective) {
            case TOTAL_RETURN -> summary.totalReturn();
            case ANNUALIZED_RETURN -> summary.annualizedReturn();
            case ANNUALIZED_VOLATILITY -> summary.annualizedVolatility();
            case SHARPE_RATIO -> summary.sharpeRatio();
            case SORTINO_RATIO -> summary.sortinoRatio();
            case CALMAR_RATIO -> summary.calmarRatio();
            case MAX_DRAWDOWN -> summary.maxDrawdown();
            case WIN_RATE -> summary.winRate();
            case FINAL_EQUITY -> summary.finalEquity();
            case TOTAL_COSTS -> summary.totalCosts();
            case TURNOVER -> summary.turnover();
        };
    }

    /** Best first; trials without objective after all others, failed ones last, and of equal ones the lower number. */
    static Comparator<Trial> best(Objective objective) {
        return Comparator.comparing((Trial trial) -> trial.error() != null)
                .thenComparing(trial -> Double.isNaN(trial.objective()))
                .thenComparingDouble(trial -> objective.highest() ? -trial.objective() : trial.objective())
                .thenComparingInt(Trial::number);
    }
}
