package org.quantplatform.api.backtests;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.strategies.StrategySpec;
import org.quantplatform.model.Adjust;
import org.quantplatform.model.Universe;

/**
 * What to run. The manifest of the answer shows every value used.
 *
 * @param strategyId a stored strategy; exactly one of this and {@code strategy}
 * @param strategy given in place
 * @param universe null for the stored strategy's
 * @param startDate first day, inclusive
 * @param endDate last day, inclusive
 * @param initialCapital in {@code currency}, above 0 and at most 1e15
 * @param currency of the account; the market's when left out, another one needs bars of market FX
 * @param adjust how the prices behind the signals are adjusted, {@code ALL} when left out; fills are always at stated prices
 * @param financing interest, short positions and leverage
 * @param dividends how cash dividends are paid
 */
public record BacktestRequest(
        @Nullable String strategyId,
        @Nullable StrategySpec strategy,
        @Nullable Universe universe,
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate,
        @Nullable Double initialCapital,
        @Nullable String currency,
        @Nullable ExecutionSpec execution,
        @Nullable CostSpec costs,
        @Nullable Benchmark benchmark,
        @Nullable Adjust adjust,
        @Nullable FinancingSpec financing,
        @Nullable DividendSpec dividends) {

    /** Paid in full, long only, dividends gross. */
    public BacktestRequest(
            @Nullable String strategyId,
            @Nullable StrategySpec strategy,
            @Nullable Universe universe,
            @Nullable LocalDate startDate,
            @Nullable LocalDate endDate,
            @Nullable Double initialCapital,
            @Nullable String currency,
            @Nullable ExecutionSpec execution,
            @Nullable CostSpec costs,
            @Nullable Benchmark benchmark,
            @Nullable Adjust adjust) {
        this(
                strategyId,
                strategy,
                universe,
                startDate,
                endDate,
                initialCapital,
                currency,
                execution,
                costs,
                benchmark,
                adjust,
                null,
                null);
    }

    /** A stored strategy with everything else at its default. */
    public static BacktestRequest ofStrategy(String id, LocalDate start, LocalDate end, double capital) {
        return new BacktestRequest(id, null, null, start, end, capital, null, null, null, null, null);
    }
}
