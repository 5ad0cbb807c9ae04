package org.quantplatform.core.backtests;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.backtests.Backtest;
import org.quantplatform.api.backtests.BacktestMetrics;
import org.quantplatform.api.backtests.BacktestQuery;
import org.quantplatform.api.backtests.BacktestRequest;
import org.quantplatform.api.backtests.BacktestSummary;
import org.quantplatform.api.backtests.EquitySeries;
import org.quantplatform.api.backtests.Manifest;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.model.CashFlow;
import org.quantplatform.model.Trade;

/** Backtests and their results, durable. */
public interface BacktestStore {

    /**
     * Stores the run and its queued job of kind {@code backtest} in one transaction, with {@code QuantJson.write(backtest)}
     * as the job's request; with an idempotency key that the
     * caller has used before, answers with the earlier run's id and stores nothing.
     *
     * @throws org.quantplatform.model.QuantException {@code CONFLICT} when the key was used with another request
     */
    String create(Caller caller, NewBacktest backtest, Optional<String> idempotencyKey);

    /** Status, progress, times and error are the job's. */
    Optional<Backtest> get(long ownerId, String id);

    /** As {@link #get}, also when its owner shares it with the reader. */
    Optional<Backtest> readable(long readerId, String id);

    Page<Backtest> list(long ownerId, BacktestQuery query, PageRequest page);

    /** Stores what the run will use, before it starts to calculate. */
    void saveManifest(String id, Manifest manifest);

    Optional<Manifest> manifest(String id);

    /** Replaces every result of the run in one transaction. */
    void saveResult(String id, Result result);

    Optional<EquitySeries> equity(String id);

    Optional<BacktestMetrics> metrics(String id);

    Page<Trade> trades(String id, PageRequest page);

    List<Trade> allTrades(String id);

    /** What changed cash and shares besides trades, in order of time; empty when the run did not keep it. */
    Optional<List<CashFlow>> flows(String id);

    /** Removes run, results and job. */
    void delete(long ownerId, String id);

    /**
     * A run to be stored.
     *
     * @param request with every default filled in
     * @param pinned what the run will use, decided when it was submitted
     * @param reproduces id of the run that this one repeats, null when it is none
     */
    record NewBacktest(
            @Nullable String strategyId,
            String strategyName,
            LocalDate startDate,
            LocalDate endDate,
            double initialCapital,
            String currency,
            BacktestRequest request,
            Manifest pinned,
            @Nullable String reproduces) {}

    /** Everything that a run produced. */
    record Result(
            Manifest manifest,
            BacktestSummary summary,
            EquitySeries equity,
            BacktestMetrics metrics,
            List<Trade> trades,
            List<CashFlow> flows,
            List<String> warnings) {}
}
