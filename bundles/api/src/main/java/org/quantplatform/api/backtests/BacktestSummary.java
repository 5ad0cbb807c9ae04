package org.quantplatform.api.backtests;

/**
 * The headline numbers. Returns and ratios are fractions, drawdown is negative, money is in the run's currency; NaN where
 * a ratio has no meaning.
 *
 * @param winRate over closed round trips
 * @param numTrades fills
 * @param roundTrips closed positions plus those still open
 * @param totalCosts commission, slippage and taxes
 */
public record BacktestSummary(
        double totalReturn,
        double annualizedReturn,
        double annualizedVolatility,
        double sharpeRatio,
        double sortinoRatio,
        double calmarRatio,
        double maxDrawdown,
        double winRate,
        long numTrades,
        long roundTrips,
        double finalEquity,
        double totalCommission,
        double totalTax,
        double totalSlippage,
        double totalCosts,
        double turnover) {}
