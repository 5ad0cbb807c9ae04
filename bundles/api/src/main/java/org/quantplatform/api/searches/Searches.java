package org.quantplatform.api.searches;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.quantplatform.api.Access;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.Permission;
import org.quantplatform.api.backtests.BacktestRequest;

/** The caller's searches. An unknown id, or another owner's, is refused {@code NOT_FOUND}. */
@ProviderType
public interface Searches {

    /** Most runs of one search. */
    int MOST_TRIALS = 10_000;

    /** Most combinations that constraints may choose from, but for random searches. */
    long MOST_COMBINATIONS = 1_000_000;

    /**
     * Stores a queued search and returns at once. Refuses as {@link org.quantplatform.api.backtests.Backtests#submit} does;
     * a search of more than {@link #MOST_TRIALS} runs is refused {@code INVALID_REQUEST} with their number.
     *
     * @param idempotencyKey a second call with the same key and request answers with the search that the first one made
     */
    @Access(value = Permission.BACKTEST_RUN, audit = "search.submit")
    Search submit(SearchRequest request, Optional<String> idempotencyKey);

    /** Latest first. */
    @Access(Permission.BACKTEST_READ)
    Page<Search> list(PageRequest page);

    @Access(Permission.BACKTEST_READ)
    Search get(String id);

    /** Those that are finished; also while the search runs, and after it was cancelled. */
    @Access(Permission.BACKTEST_READ)
    Page<Trial> trials(String id, TrialQuery query, PageRequest page);

    /** The whole request of a planned trial, to be submitted as a backtest. */
    @Access(Permission.BACKTEST_READ)
    BacktestRequest trialRequest(String id, int number);

    /** Over the finished trials; refuses {@code INVALID_REQUEST} a path that the search does not vary. */
    @Access(Permission.BACKTEST_READ)
    HeatMap heatMap(String id, HeatMapQuery query);

    /** Refuses {@code CONFLICT} unless a walk-forward search is completed. */
    @Access(Permission.BACKTEST_READ)
    OutOfSample outOfSample(String id);

    /** Asks the search to end soon; finished trials stay. */
    @Access(value = Permission.BACKTEST_RUN, audit = "search.cancel")
    Search cancel(String id);

    /** Removes a search that has ended, with its trials; the ledger keeps their number. Refuses {@code CONFLICT} otherwise. */
    @Access(value = Permission.BACKTEST_RUN, audit = "search.delete")
    void delete(String id);
}
