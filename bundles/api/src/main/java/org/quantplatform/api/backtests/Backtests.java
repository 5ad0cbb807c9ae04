package org.quantplatform.api.backtests;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.quantplatform.api.Access;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.Permission;
import org.quantplatform.model.Holding;
import org.quantplatform.model.Trade;

/** The caller's backtests. An unknown id, or another owner's, is refused {@code NOT_FOUND}. */
@ProviderType
public interface Backtests {

    /**
     * Stores a queued run and returns at once. Refuses {@code INVALID_REQUEST} with every wrong field, {@code
     * UNPROCESSABLE} or {@code NO_DATA} when the request cannot be served, {@code QUOTA_EXCEEDED} when the queue is full.
     *
     * @param idempotencyKey a second call with the same key and request answers with the run that the first one made
     */
    @Access(value = Permission.BACKTEST_RUN, audit = "backtest.submit")
    Backtest submit(BacktestRequest request, Optional<String> idempotencyKey);

    /** Latest first. */
    @Access(Permission.BACKTEST_READ)
    Page<Backtest> list(BacktestQuery query, PageRequest page);

    @Access(Permission.BACKTEST_READ)
    Backtest get(String id);

    /** Refuses {@code CONFLICT} until the run is completed, as do the other results. */
    @Access(Permission.BACKTEST_READ)
    EquitySeries equity(String id);

    /** In order of time, then sells before buys, then ticker. */
    @Access(Permission.BACKTEST_READ)
    Page<Trade> trades(String id, PageRequest page);

    /** Positions at the close of {@code date}, or of the last day when absent; in order of ticker. */
    @Access(Permission.BACKTEST_READ)
    List<Holding> holdings(String id, Optional<LocalDate> date);

    @Access(Permission.BACKTEST_READ)
    BacktestMetrics metrics(String id);

    /** What the run has found as a file; refuses {@code CONFLICT} until the run is completed. */
    @Access(Permission.BACKTEST_READ)
    ResultFile file(String id, ResultQuery query);

    /** Asks the run to end soon; a run that has ended already stays as it is. */
    @Access(value = Permission.BACKTEST_RUN, audit = "backtest.cancel")
    Backtest cancel(String id);

    /** Removes a run that has ended; refuses {@code CONFLICT} otherwise. */
    @Access(value = Permission.BACKTEST_RUN, audit = "backtest.delete")
    void delete(String id);

    /**
     * Submits the run again with the same plug-in code, data snapshot and request; the manifest tells the outcome.
     *
     * @param idempotencyKey a repeated key answers with the repetition that it made first
     */
    @Access(value = Permission.BACKTEST_RUN, audit = "backtest.reproduce")
    Backtest reproduce(String id, Optional<String> idempotencyKey);

    /** As {@link #reproduce(String, Optional)}, a new run each time. */
    @Access(value = Permission.BACKTEST_RUN, audit = "backtest.reproduce")
    default Backtest reproduce(String id) {
        return reproduce(id, Optional.empty());
    }
}
