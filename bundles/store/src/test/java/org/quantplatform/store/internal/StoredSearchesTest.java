package org.quantplatform.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.backtests.BacktestRequest;
import org.quantplatform.api.backtests.BacktestSummary;
import org.quantplatform.api.jobs.JobStatus;
import org.quantplatform.api.searches.Dimension;
import org.quantplatform.api.searches.Objective;
import org.quantplatform.api.searches.Robustness;
import org.quantplatform.api.searches.Search;
import org.quantplatform.api.searches.SearchKind;
import org.quantplatform.api.searches.SearchRequest;
import org.quantplatform.api.searches.Trial;
import org.quantplatform.api.searches.Trial.Part;
import org.quantplatform.api.searches.TrialQuery;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.core.searches.NewSearch;
import org.quantplatform.core.searches.SearchStore.Finished;
import org.quantplatform.core.searches.SearchStore.Result;
import org.quantplatform.model.Market;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.Universe;
import org.quantplatform.store.internal.sql.Database;

class StoredSearchesTest {

    private static final PageRequest PAGE = PageRequest.FIRST;
    private static final BacktestSummary SUMMARY =
            new BacktestSummary(0.1, 0.05, 0.2, 0.3, Double.NaN, 1, -0.1, 0.5, 4, 2, 1.1e6, 1, 2, 3, 6, 0.7);

    private Database database;
    private StoredSearches searches;
    private Caller ann;

    @BeforeEach
    void freshDatabase() {
        database = TestDatabase.migrated();
        searches = new StoredSearches(database);
        ann = TestDatabase.caller(database, "ann");
    }

    private static NewSearch search(Objective objective, String... tickers) {
        BacktestRequest backtest = new BacktestRequest(
                null,
                null,
                Universe.of(Market.US, List.of(tickers)),
                LocalDate.of(2020, 1, 1),
                LocalDate.of(2021, 1, 1),
                1e6,
                null,
                null,
                null,
                null,
                null);
        SearchRequest request = new SearchRequest(
                "tops",
                backtest,
                Map.of("parameters.top", Dimension.range(1, 4, 1)),
                List.of(),
                objective,
                SearchKind.GRID,
                null,
                null,
                null,
                null);
        return new NewSearch("tops", request, List.of(), 7, 4, List.of(0L, 1L, 2L, 3L), List.of(), List.of());
    }

    private static Finished trial(int number, double objective, @Nullable String error) {
        Trial trial = new Trial(
                number,
                0,
                Part.WHOLE,
                Map.of("parameters.top", number),
                objective,
                error == null ? SUMMARY : null,
                error);
        return new Finished(trial, new int[0], new double[] {0.1 + 0.2, -number / 3.0});
    }

    @Test
    void keepsASearchAsItWasAsked() {
        NewSearch asked = search(Objective.SHARPE_RATIO, "B", "A");
        String id = searches.create(ann, asked, Optional.of("key"));
        assertThat(id).matches("se_[0-9]{8}_001");
        assertThat(searches.create(ann, asked, Optional.of("key"))).isEqualTo(id);
        assertThat(searches.plan(ann.userId(), id)).contains(asked);
        assertThat(searches.plan(ann.userId() + 1, id)).isEmpty();
        Search queued = searches.get(ann.userId(), id).orElseThrow();
        assertThat(queued.status()).isEqualTo(JobStatus.QUEUED);
        assertThat(queued.request()).isEqualTo(asked.request());
        assertThat(queued.trials()).isEqualTo(new Search.Trials(4, 0, 0, 4));
        assertThat(queued.best()).isNull();
        assertThat(searches.list(ann.userId(), PAGE).items()).containsExactly(queued);
    }

    @Test
    void aTrialIsStoredAndCountedOnce() {
        String id = searches.create(ann, search(Objective.SHARPE_RATIO, "A"), Optional.empty());
        searches.save(id, List.of(trial(2, 0.5, null), trial(4, Double.NaN, "no luck")));
        searches.save(id, List.of(trial(2, 9, null), trial(1, 0.7, null)));
        assertThat(searches.finished(id)).containsExactly(1, 2, 4);
        assertThat(searches.counted(id)).isEqualTo(3);
        assertThat(searches.get(ann.userId(), id).orElseThrow().trials()).isEqualTo(new Search.Trials(4, 3, 1, 4));
        List<Finished> all = searches.all(id, Part.WHOLE);
        assertThat(all).extracting(each -> each.trial().number()).containsExactly(1, 2, 4);
        assertThat(all.get(1).trial()).isEqualTo(trial(2, 0.5, null).trial());
        assertThat(all.get(1).returns()).containsExactly(0.1 + 0.2, -2 / 3.0);
        assertThat(all.get(2).trial().error()).isEqualTo("no luck");
        assertThat(searches.all(id, Part.TEST)).isEmpty();
    }

    @Test
    void theBestComesFirstWhicheverWayIsBetter() {
        String highest = searches.create(ann, search(Objective.SHARPE_RATIO, "A"), Optional.empty());
        String lowest = searches.create(ann, search(Objective.TURNOVER, "A"), Optional.empty());
        List<Finished> trials =
                List.of(trial(1, Double.NaN, null), trial(2, 0.5, null), trial(3, 0.7, null), trial(4, 0.5, null));
        searches.save(highest, trials);
        searches.save(lowest, trials);
        assertThat(searches.trials(highest, TrialQuery.BEST, PAGE).items())
                .extracting(Trial::number)
                .containsExactly(3, 2, 4, 1);
        assertThat(searches.trials(lowest, TrialQuery.BEST, new PageRequest(2, 3))
                        .items())
                .extracting(Trial::number)
                .containsExactly(1);
        assertThat(searches.trials(lowest, new TrialQuery(null, null, false), PAGE)
                        .items())
                .extracting(Trial::number)
                .containsExactly(1, 2, 3, 4);
        assertThat(searches.trials(lowest, new TrialQuery(1, Part.TEST, true), PAGE)
                        .total())
                .isZero();
    }

    @Test
    void theLedgerCountsWhatAnybodyTriedOnTheSameInstruments() {
        Caller bob = TestDatabase.caller(database, "bob");
        String ours = searches.create(ann, search(Objective.SHARPE_RATIO, "A", "B"), Optional.empty());
        String same = searches.create(bob, search(Objective.TURNOVER, "B", "A"), Optional.empty());
        String other = searches.create(bob, search(Objective.TURNOVER, "A"), Optional.empty());
        String market = searches.create(bob, search(Objective.TURNOVER), Optional.empty());
        searches.save(ours, List.of(trial(1, 1, null)));
        searches.save(same, List.of(trial(1, 1, null), trial(2, 1, null)));
        searches.save(other, List.of(trial(1, 1, null)));
        assertThat(searches.counted(ours)).isEqualTo(3);
        assertThat(searches.counted(other)).isEqualTo(1);
        assertThat(searches.counted(market)).isZero();
        new StoredJobs(database).cancel(same);
        searches.delete(bob.userId(), same);
        assertThat(searches.counted(ours)).isEqualTo(3);
    }

    @Test
    void theResultShowsOnceTheJobIsCompleted() {
        String id = searches.create(ann, search(Objective.SHARPE_RATIO, "A"), Optional.empty());
        Robustness robustness = new Robustness(1, 4, 9, 2.5, 0.4, 0.99, 0.8, 0.9, 300, 0.25, 16, -0.1, Double.NaN);
        searches.saveResult(id, new Result(trial(2, 0.5, null).trial(), robustness, null, null));
        assertThat(searches.get(ann.userId(), id).orElseThrow().best()).isNull();
        StoredJobs jobs = new StoredJobs(database);
        jobs.claim(Set.of("search"), "w", Duration.ofMinutes(1), 2);
        jobs.finish(id, "w", JobStatus.COMPLETED, null, Map.of());
        Search done = searches.get(ann.userId(), id).orElseThrow();
        assertThat(done.best()).isEqualTo(trial(2, 0.5, null).trial());
        assertThat(done.robustness()).isEqualTo(robustness);
        assertThat(done.deflatedSharpeRatio()).isEqualTo(0.8);
        assertThat(done.overfitProbability()).isEqualTo(0.25);
        searches.delete(ann.userId(), id);
        assertThatThrownBy(() -> searches.saveResult(id, new Result(null, null, null, null)))
                .isInstanceOf(QuantException.class);
        assertThat(searches.get(ann.userId(), id)).isEmpty();
    }
}
