package org.quantplatform.core.searches;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.searches.CostSensitivity;
import org.quantplatform.api.searches.Robustness;
import org.quantplatform.api.searches.Search;
import org.quantplatform.api.searches.Trial;
import org.quantplatform.api.searches.TrialQuery;
import org.quantplatform.api.searches.WalkForward;
import org.quantplatform.core.identity.Caller;

/** Searches with their trials, and the ledger that counts trials and backtests, durable. */
public interface SearchStore {

    /**
     * Stores the search and its queued job of kind {@code search} in one transaction, with {@code QuantJson.write(search)} as
     * the job's request; with an idempotency key that the caller has used before, answers with the earlier search's id and
     * stores nothing.
     *
     * @throws org.quantplatform.model.QuantException {@code CONFLICT} when the key was used with another request
     */
    String create(Caller caller, NewSearch search, Optional<String> idempotencyKey);

    /** Status, progress, times and error are the job's. */
    Optional<Search> get(long ownerId, String id);

    /** Latest first. */
    Page<Search> list(long ownerId, PageRequest page);

    /** What was decided when it was submitted. */
    Optional<NewSearch> plan(long ownerId, String id);

    /** Numbers of the trials that are stored. */
    Set<Integer> finished(String id);

    /** Adds trials and counts them in the ledger, each once: one that is stored already stays as it is. */
    void save(String id, List<Finished> trials);

    Page<Trial> trials(String id, TrialQuery query, PageRequest page);

    /** In order of number, with their returns. */
    List<Finished> all(String id, Trial.Part part);

    /**
     * Trials and backtests that any owner has ever run on the search's instruments: of the same market, the same index and the
     * same tickers, whatever dates, sectors or filters; repeated ones count again, what was deleted since counts too.
     */
    long counted(String id);

    void saveResult(String id, Result result);

    /** Removes search, trials and job; the ledger stays. */
    void delete(long ownerId, String id);

    /**
     * A trial with what its judgement needs.
     *
     * @param epochDays one per return
     * @param returns of one bar each; empty when the trial failed
     */
    record Finished(Trial trial, int[] epochDays, double[] returns) {}

    /** What a completed search has found; null for what its kind does not have. */
    record Result(
            @Nullable Trial best,
            @Nullable Robustness robustness,
            @Nullable WalkForward walkForward,
            @Nullable CostSensitivity costSensitivity) {}
}
