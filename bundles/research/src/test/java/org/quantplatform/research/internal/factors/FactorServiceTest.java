package org.quantplatform.research.internal.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.factors.FactorInfo;
import org.quantplatform.api.factors.ScoreRequest;
import org.quantplatform.core.data.PanelSource;
import org.quantplatform.core.factors.FactorScoreStore.Computed;
import org.quantplatform.core.factors.FactorScoreStore.NewScores;
import org.quantplatform.core.jobs.JobHandler.JobCancelled;
import org.quantplatform.model.Adjust;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.Field;
import org.quantplatform.model.FieldError;
import org.quantplatform.model.Market;
import org.quantplatform.model.Panel;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.Universe;
import org.quantplatform.research.internal.backtests.Fixtures;
import org.quantplatform.research.internal.backtests.MemoryExpressions;
import org.quantplatform.research.internal.backtests.TestPlugins;
import org.quantplatform.research.internal.scores.ScoreCache;

class FactorServiceTest {

    private static final LocalDate START = LocalDate.of(2020, 1, 1);

    private final TestPlugins plugins = new TestPlugins();
    private final MemoryExpressions expressions = new MemoryExpressions();
    private final Panel panel = Fixtures.random(5, START, 60);
    private final PanelSource source = Fixtures.source(panel, List.of());
    private final ScorePlanner planner = new ScorePlanner(plugins, expressions, source);

    private static ScoreRequest request(Map<String, Object> parameters, Universe universe, LocalDate from) {
        return new ScoreRequest(parameters, universe, from, null, null, null);
    }

    @Test
    void tellsWhatFactorsRead() {
        FactorList list = new FactorList(plugins);
        assertThat(list.page(PageRequest.FIRST).items())
                .extracting(FactorInfo::id)
                .containsExactly("cheapness", "momentum");
        FactorInfo cheapness = list.get("cheapness");
        assertThat(cheapness.needs().fields()).containsExactly("market_cap", "net_income_ttm");
        assertThat(list.get("momentum").needs().history()).isEqualTo(253);
        assertThatThrownBy(() -> list.get("nothing")).hasMessageContaining("no factor 'nothing'");
    }

    @Test
    void scoresAreCalledByPluginOrByStoredExpression() {
        expressions.create(1, "my_alpha", "$close", "");
        assertThat(planner.name("My-Alpha", 1)).contains("my_alpha");
        assertThat(planner.name("momentum", 1)).contains("momentum");
        assertThat(planner.name("my_alpha", 2)).isEmpty();
        assertThatThrownBy(() -> planner.plan("nothing", request(null, null, null), 1))
                .hasMessageContaining("no factor 'nothing'");
    }

    @Test
    void fillsInDefaults() {
        NewScores scores = planner.plan("momentum", request(Map.of("lookback", 20, "skip", 1), null, null), 1);
        assertThat(scores.request().universe()).isEqualTo(Universe.of(Market.US));
        assertThat(scores.request().adjust()).isEqualTo(Adjust.ALL);
        assertThat(scores.request().keep()).isFalse();
        assertThat(scores.request().parameters()).containsEntry("lookback", 20);
        assertThat(scores.snapshot()).isEqualTo(1);
    }

    @Test
    void namesEveryWrongFieldAtOnce() {
        Universe universe = new Universe(Market.US, List.of(" "), null, List.of(), -1, null, List.of());
        ScoreRequest wrong =
                new ScoreRequest(Map.of(), universe, LocalDate.of(2021, 1, 1), LocalDate.of(2020, 1, 1), null, null);
        QuantException refusal = catchThrowableOfType(QuantException.class, () -> planner.plan("momentum", wrong, 1));
        assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
        assertThat(refusal.errors())
                .extracting(FieldError::field)
                .containsExactly("universe.tickers", "universe.min_age_days", "end_date");
    }

    @Test
    void refusesWhatThereIsNoDataFor() {
        assertField(
                "universe.tickers", "momentum", request(Map.of(), Universe.of(Market.US, List.of("T000", "X")), null));
        assertField("universe.market", "momentum", request(Map.of(), Universe.of(Market.KR), null));
        assertField("start_date", "momentum", request(Map.of(), null, LocalDate.of(2030, 1, 1)));
        assertField("factors[0]", "cheapness", request(Map.of(), null, null));
    }

    private void assertField(String field, String factor, ScoreRequest request) {
        QuantException refusal = catchThrowableOfType(QuantException.class, () -> planner.plan(factor, request, 1));
        assertThat(refusal.code()).isEqualTo(ErrorCode.NO_DATA);
        assertThat(refusal.errors()).extracting(FieldError::field).containsExactly(field);
    }

    @Test
    void computesScoresOfMembersOnTheirDays() throws JobCancelled {
        Universe young = new Universe(Market.US, List.of(), null, List.of(), 40, null, List.of("T001"));
        LocalDate from = panel.date(25);
        NewScores wanted = planner.plan("momentum", request(Map.of("lookback", 20, "skip", 0), young, from), 1);
        ScoreJob job = new ScoreJob(null, plugins, source, ScoreCache.none());
        Computed computed = job.compute(wanted, Fixtures.JOB);
        assertThat(computed.lastDay()).isEqualTo(59);
        assertThat(computed.tickers()).isEqualTo(panel.tickers());
        int last = computed.lastDay();
        double expected = panel.value(Field.CLOSE, 0, last) / panel.value(Field.CLOSE, 0, last - 20) - 1;
        assertThat(computed.scores().get(0, last)).isEqualTo(expected);
        assertThat(computed.scores().get(1, last)).isNaN();
        int oldEnough = panel.firstDayFrom(panel.date(0).plusDays(40));
        assertThat(computed.firstDay()).isEqualTo(oldEnough);
        assertThat(computed.scores().get(0, oldEnough - 1)).isNaN();
        assertThat(computed.scores().get(0, oldEnough)).isNotNaN();
    }
}
