package org.quantplatform.api.sharing;

import java.time.Instant;
import java.time.LocalDate;
import org.quantplatform.api.backtests.BacktestMetrics;
import org.quantplatform.api.backtests.BacktestSummary;
import org.quantplatform.api.backtests.EquitySeries;

/**
 * Results of a run as a link shows them: nothing of its strategy's parameters, factors, positions and trades.
 *
 * @param synthetic whether prices behind them are generated, not observed
 */
public record SharedResults(
        String backtestId,
        String strategyName,
        LocalDate startDate,
        LocalDate endDate,
        double initialCapital,
        String currency,
        BacktestSummary summary,
        BacktestMetrics metrics,
        EquitySeries equity,
        boolean synthetic,
        Instant expiresAt) {}
