package org.quantplatform.research.internal.factors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.factors.DayScores;
import org.quantplatform.api.factors.ScoreRequest;
import org.quantplatform.api.factors.ScoreSet;
import org.quantplatform.core.factors.FactorScoreStore;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.model.Market;
import org.quantplatform.model.PluginKind;
import org.quantplatform.model.PluginPin;
import org.quantplatform.model.Universe;
import org.quantplatform.research.internal.backtests.Fixtures;
import org.quantplatform.research.internal.backtests.MemoryExpressions;
import org.quantplatform.research.internal.backtests.TestPlugins;

class ScoreRefreshTest {

    /** Knows what is due, and takes what is queued off that. */
    private static final class Shelf implements FactorScoreStore {

        final List<Due> due = new ArrayList<>();
        final List<NewScores> queued = new ArrayList<>();

        @Override
        public List<Due> due() {
            return List.copyOf(due);
        }

        @Override
        public boolean queueAgain(Due set, NewScores scores) {
            queued.add(scores);
            return due.remove(set);
        }

        @Override
        public String create(Caller caller, NewScores scores, Optional<String> idempotencyKey) {
            throw new AssertionError("nothing new is made");
        }

        @Override
        public Optional<ScoreSet> get(long ownerId, String id) {
            return Optional.empty();
        }

        @Override
        public Page<ScoreSet> list(long ownerId, String factor, PageRequest page) {
            return Page.cut(List.of(), page);
        }

        @Override
        public Optional<String> latest(long ownerId, String factor, @Nullable Market market) {
            return Optional.empty();
        }

        @Override
        public Optional<DayScores> read(String id, @Nullable LocalDate date) {
            return Optional.empty();
        }

        @Override
        public void save(String jobId, Computed computed) {
            throw new AssertionError("nothing is computed");
        }

        @Override
        public void delete(long ownerId, String id) {
            throw new AssertionError("nothing is deleted");
        }
    }

    private final Shelf shelf = new Shelf();
    private final ScoreRefresh refresh = new ScoreRefresh(
            shelf,
            new ScorePlanner(
                    new TestPlugins(),
                    new MemoryExpressions(),
                    Fixtures.source(Fixtures.random(3, LocalDate.of(2020, 1, 1), 30), List.of())));

    private static FactorScoreStore.Due due(String id, String factor) {
        ScoreRequest request =
                new ScoreRequest(Map.of("lookback", 5, "skip", 0), Universe.of(Market.US), null, null, null, true);
        PluginPin pin = new PluginPin(PluginKind.FACTOR, factor, "test", "1.0.0", "0".repeat(64));
        return new FactorScoreStore.Due(id, 1, new FactorScoreStore.NewScores("mine", request, pin, 0));
    }

    @Test
    void queuesWhatIsDueAfterAnImport() {
        shelf.due.add(due("fs_1", "momentum"));
        refresh.completed("backtest");
        assertThat(shelf.queued).isEmpty();
        refresh.completed("import");
        assertThat(shelf.queued).hasSize(1);
        assertThat(shelf.queued.get(0).name()).isEqualTo("mine");
        assertThat(shelf.queued.get(0).request().keep()).isTrue();
        assertThat(shelf.queued.get(0).request().parameters()).containsEntry("lookback", 5);
        refresh.completed("factor-scores");
        assertThat(shelf.queued).hasSize(1);
    }

    @Test
    void oneThatCannotBeComputedDoesNotStopTheOthers() {
        shelf.due.add(due("fs_1", "gone"));
        shelf.due.add(due("fs_2", "momentum"));
        refresh.completed("import");
        assertThat(shelf.queued).hasSize(1);
        assertThat(shelf.due).extracting(FactorScoreStore.Due::id).containsExactly("fs_1");
    }
}
