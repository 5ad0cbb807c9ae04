package org.quantplatform.store.internal.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.factors.DayScores;
import org.quantplatform.api.factors.ScoreRequest;
import org.quantplatform.api.factors.ScoreSet;
import org.quantplatform.api.jobs.JobStatus;
import org.quantplatform.core.factors.FactorScoreStore.Computed;
import org.quantplatform.core.factors.FactorScoreStore.Due;
import org.quantplatform.core.factors.FactorScoreStore.NewScores;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.core.jobs.JobStore.Claimed;
import org.quantplatform.json.QuantJson;
import org.quantplatform.model.Adjust;
import org.quantplatform.model.Market;
import org.quantplatform.model.PluginKind;
import org.quantplatform.model.PluginPin;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.ScoreMatrix;
import org.quantplatform.model.Universe;
import org.quantplatform.store.internal.StoredJobs;
import org.quantplatform.store.internal.TestDatabase;
import org.quantplatform.store.internal.imports.Importing;
import org.quantplatform.store.internal.sql.Database;

class StoredFactorScoresTest {

    private static final int FIRST = (int) LocalDate.of(2020, 1, 2).toEpochDay();
    private static final double NONE = Double.NaN;

    private Database database;
    private StoredFactorScores scores;
    private StoredJobs jobs;
    private Importing importing;
    private Caller ann;

    @BeforeEach
    void freshDatabase() {
        database = TestDatabase.migrated();
        scores = new StoredFactorScores(database);
        jobs = new StoredJobs(database);
        importing = new Importing(database);
        ann = TestDatabase.caller(database, "ann");
        importBars("2020-01-02", 1);
    }

    private void importBars(String date, double price) {
        importing.run(
                Importing.row("A", date, price), Importing.row("B", date, price), Importing.row("C", date, price));
    }

    private static NewScores wanted(int lookback, boolean keep, long snapshot) {
        PluginPin pin = new PluginPin(PluginKind.FACTOR, "momentum", "test.momentum", "1.0.0", "a".repeat(64));
        ScoreRequest request =
                new ScoreRequest(Map.of("lookback", lookback), Universe.of(Market.US), null, null, Adjust.ALL, keep);
        return new NewScores("momentum", request, pin, snapshot);
    }

    private static Computed computed(long snapshot, double... byAsset) {
        ScoreMatrix matrix = new ScoreMatrix(3, byAsset.length / 3);
        System.arraycopy(byAsset, 0, matrix.values(), 0, byAsset.length);
        int[] days = new int[matrix.days()];
        Arrays.setAll(days, day -> FIRST + day);
        return new Computed(
                "a".repeat(64),
                snapshot,
                "d".repeat(64),
                Market.US,
                days,
                List.of("A", "B", "C"),
                matrix,
                1,
                matrix.days() - 1);
    }

    /** Takes the job of the set, as a runner would, and ends it. */
    private String completed(Computed computed) {
        Claimed job = jobs.claim(Set.of("factor-scores"), "w", Duration.ofMinutes(1), 9)
                .orElseThrow();
        scores.save(job.id(), computed);
        jobs.finish(job.id(), "w", JobStatus.COMPLETED, null, Map.of());
        return job.id();
    }

    @Test
    void storesARequestWithItsJob() {
        String id = scores.create(ann, wanted(252, true, 1), Optional.empty());
        ScoreSet set = scores.get(ann.userId(), id).orElseThrow();
        assertThat(id).matches("fs_[0-9]{8}_001");
        assertThat(set.status()).isEqualTo(JobStatus.QUEUED);
        assertThat(set.stored()).isNull();
        assertThat(set.request()).isEqualTo(wanted(252, true, 1).request());
        assertThat(scores.get(ann.userId() + 1, id)).isEmpty();
        Claimed job = jobs.claim(Set.of("factor-scores"), "w", Duration.ofMinutes(1), 9)
                .orElseThrow();
        assertThat(QuantJson.read(job.requestJson(), NewScores.class)).isEqualTo(wanted(252, true, 1));
    }

    @Test
    void givesBackTheScoresOfADayAndTheirPercentiles() {
        String id = scores.create(ann, wanted(252, false, 1), Optional.empty());
        completed(computed(1, 9, 0.1 + 0.2, NONE, 9, -1, 5, 9, 0.1 + 0.2, 4));
        DayScores day = scores.read(id, LocalDate.of(2020, 1, 3)).orElseThrow();
        assertThat(day.date()).isEqualTo("2020-01-03");
        assertThat(day.tickers()).containsExactly("A", "B", "C");
        assertThat(day.scores()).containsExactly(0.1 + 0.2, -1, 0.1 + 0.2);
        assertThat(day.percentiles()).containsExactly(2.5 / 3, 1.0 / 3, 2.5 / 3);
        DayScores last = scores.read(id, null).orElseThrow();
        assertThat(last.tickers()).containsExactly("B", "C");
        assertThat(last.percentiles()).containsExactly(1, 0.5);
        assertThat(scores.read(id, LocalDate.of(2020, 1, 2))).isEmpty();
        assertThat(scores.read(id, LocalDate.of(2030, 1, 1)).orElseThrow().date())
                .isEqualTo("2020-01-04");
    }

    @Test
    void theViewShowsWhatReadingShows() {
        scores.create(ann, wanted(252, false, 1), Optional.empty());
        completed(computed(1, 9, 0.3, NONE, 9, -1, 5, 9, 0.3, 4));
        List<String> rows = database.read(session -> session.list(
                """
                select ticker || ' ' || region || ' ' || date || ' ' || score || ' ' || round(percentile::numeric, 4)
                from factor_scores where date = '2020-01-03' order by ticker""",
                row -> row.getString(1)));
        assertThat(rows)
                .containsExactly(
                        "A US 2020-01-03 0.3 0.8333", "B US 2020-01-03 -1 0.3333", "C US 2020-01-03 0.3 0.8333");
    }

    @Test
    void computingAgainReplacesAndKeepsTheId() {
        String id = scores.create(ann, wanted(252, false, 1), Optional.empty());
        completed(computed(1, 0, 1, 2, 0, 3, 4, 0, 5, 6));
        assertThat(scores.create(ann, wanted(252, true, 2), Optional.empty())).isEqualTo(id);
        assertThat(scores.read(id, null).orElseThrow().scores()).containsExactly(2, 4, 6);
        completed(computed(2, 0, 7, 0, 8, 0, NONE));
        ScoreSet set = scores.get(ann.userId(), id).orElseThrow();
        assertThat(scores.read(id, null).orElseThrow().scores()).containsExactly(7, 8);
        assertThat(set.request().keep()).isTrue();
        assertThat(set.stored().dataSnapshot()).isEqualTo("2");
        assertThat(set.stored().days()).isEqualTo(1);
        assertThat(set.stored().values()).isEqualTo(2);
        assertThat(set.stored().assets()).isEqualTo(3);
        assertThat(scores.create(ann, wanted(126, false, 2), Optional.empty())).isNotEqualTo(id);
        assertThat(scores.list(ann.userId(), "momentum", PageRequest.FIRST).total())
                .isEqualTo(2);
        assertThat(scores.latest(ann.userId(), "momentum", Market.US)).contains(id);
        assertThat(scores.latest(ann.userId(), "momentum", Market.KR)).isEmpty();
    }

    @Test
    void oneComputationOfASetAtATime() {
        String id = scores.create(ann, wanted(252, false, 1), Optional.of("k"));
        assertThat(scores.create(ann, wanted(252, false, 1), Optional.of("k"))).isEqualTo(id);
        assertThatThrownBy(() -> scores.create(ann, wanted(252, false, 1), Optional.empty()))
                .isInstanceOf(QuantException.class)
                .hasMessageContaining("being computed");
        assertThatThrownBy(() -> scores.delete(ann.userId(), id)).hasMessageContaining("being computed");
        completed(computed(1, 0, 1, 0, 2, 0, 3));
        scores.delete(ann.userId(), id);
        assertThat(scores.get(ann.userId(), id)).isEmpty();
        assertThat(scores.read(id, null)).isEmpty();
    }

    @Test
    void anOlderJobWritesNoMore() {
        scores.create(ann, wanted(252, false, 1), Optional.empty());
        String first = completed(computed(1, 0, 1, 0, 2, 0, 3));
        String id = scores.create(ann, wanted(252, false, 1), Optional.empty());
        completed(computed(1, 0, 4, 0, 5, 0, 6));
        scores.save(first, computed(1, 0, 7, 0, 8, 0, 9));
        assertThat(scores.read(id, null).orElseThrow().scores()).containsExactly(4, 5, 6);
    }

    @Test
    void keptSetsAreDueAfterAChangeOfTheirMarket() {
        String kept = scores.create(ann, wanted(252, true, 1), Optional.empty());
        completed(computed(1, 0, 1, 0, 2, 0, 3));
        scores.create(ann, wanted(126, false, 1), Optional.empty());
        completed(computed(1, 0, 1, 0, 2, 0, 3));
        assertThat(scores.due()).isEmpty();

        importBars("2020-01-03", 2);
        List<Due> due = scores.due();
        assertThat(due).extracting(Due::id).containsExactly(kept);
        assertThat(scores.queueAgain(due.get(0), wanted(252, true, 2))).isTrue();
        assertThat(scores.queueAgain(due.get(0), wanted(252, true, 2))).isFalse();
        assertThat(scores.due()).isEmpty();
        completed(computed(2, 0, 4, 0, 5, 0, 6));
        assertThat(scores.due()).isEmpty();
        assertThat(scores.read(kept, null).orElseThrow().scores()).containsExactly(4, 5, 6);
    }

    @Test
    void whatFailedOnceIsNotTriedAgainBeforeTheNextChange() {
        scores.create(ann, wanted(252, true, 1), Optional.empty());
        Claimed job = jobs.claim(Set.of("factor-scores"), "w", Duration.ofMinutes(1), 9)
                .orElseThrow();
        jobs.finish(job.id(), "w", JobStatus.FAILED, "no", Map.of());
        assertThat(scores.due()).isEmpty();
        importBars("2020-01-03", 2);
        assertThat(scores.due()).hasSize(1);
    }
}
