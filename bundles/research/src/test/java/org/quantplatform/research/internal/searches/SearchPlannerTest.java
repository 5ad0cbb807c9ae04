package org.quantplatform.research.internal.searches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quantplatform.api.searches.Objective;
import org.quantplatform.api.searches.SearchKind;
import org.quantplatform.api.searches.SearchRequest;
import org.quantplatform.core.data.PanelSource;
import org.quantplatform.core.searches.NewSearch;
import org.quantplatform.core.searches.NewSearch.Window;
import org.quantplatform.json.QuantJson;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.FieldError;
import org.quantplatform.model.QuantException;
import org.quantplatform.research.internal.backtests.BacktestPlanner;
import org.quantplatform.research.internal.backtests.Fixtures;
import org.quantplatform.research.internal.backtests.MemoryExpressions;
import org.quantplatform.research.internal.backtests.NoStrategies;
import org.quantplatform.research.internal.backtests.TestPlugins;

class SearchPlannerTest {

    private static final String BACKTEST =
            """
            "backtest": {"strategy": {"factors": [{"factor": "momentum", "weight": 1, "parameters": {"lookback": 20}}]},
                         "universe": {"market": "US"}, "start_date": "2020-02-03", "end_date": "2020-12-31"}""";
    private static final PanelSource PANELS =
            Fixtures.source(Fixtures.random(5, LocalDate.of(2020, 1, 1), 300), List.of());

    private final SearchPlanner planner = new SearchPlanner(
            new BacktestPlanner(new NoStrategies(), new MemoryExpressions(), new TestPlugins(), PANELS),
            new TestPlugins(),
            PANELS);

    private NewSearch plan(String json) {
        return planner.plan(QuantJson.readRequest("{" + json + "}", SearchRequest.class), 1);
    }

    private void refused(String json, Consumer<List<FieldError>> check) {
        assertThatThrownBy(() -> plan(json)).isInstanceOfSatisfying(QuantException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
            check.accept(e.errors());
        });
    }

    private static List<Map<String, Object>> values(NewSearch search) {
        TrialPlan plan = new TrialPlan(search);
        return search.chosen().stream()
                .map(index -> search.chosen().indexOf(index) + 1)
                .map(number -> TrialPlan.named(plan.values(number)))
                .toList();
    }

    @Test
    void aGridIsEveryCombinationInOrderOfPath() {
        NewSearch search = plan(BACKTEST
                + ", \"space\": {\"parameters.top\": [1, 3], \"factors[0].parameters.lookback\": {\"from\": 10, \"to\": 30,"
                + " \"step\": 10}}");
        assertThat(search.request().kind()).isEqualTo(SearchKind.GRID);
        assertThat(search.request().objective()).isEqualTo(Objective.SHARPE_RATIO);
        assertThat(search.name()).isEqualTo("factor-rank");
        assertThat(search.combinations()).isEqualTo(6);
        assertThat(values(search))
                .containsExactly(
                        Map.of("factors[0].parameters.lookback", 10, "parameters.top", 1),
                        Map.of("factors[0].parameters.lookback", 10, "parameters.top", 3),
                        Map.of("factors[0].parameters.lookback", 20, "parameters.top", 1),
                        Map.of("factors[0].parameters.lookback", 20, "parameters.top", 3),
                        Map.of("factors[0].parameters.lookback", 30, "parameters.top", 1),
                        Map.of("factors[0].parameters.lookback", 30, "parameters.top", 3));
    }

    @Test
    void aRangeIsCountedInDecimals() {
        NewSearch search =
                plan(BACKTEST + ", \"space\": {\"parameters.invested\": {\"from\": 0.1, \"to\": 0.5, \"step\": 0.2}}");
        assertThat(values(search))
                .extracting(values -> values.get("parameters.invested"))
                .containsExactly(0.1, 0.3, 0.5);
    }

    @Test
    void aWholePathMeansTheSame() {
        NewSearch search = plan(BACKTEST + ", \"space\": {\"strategy.parameters.top\": [1, 2]}");
        assertThat(values(search)).containsExactly(Map.of("parameters.top", 1), Map.of("parameters.top", 2));
    }

    @Test
    void constraintsChooseAmongCombinations() {
        NewSearch search = plan(BACKTEST
                + ", \"space\": {\"parameters.top\": [1, 2, 3], \"factors[0].parameters.skip\": [1, 2, 3]},"
                + " \"constraints\": [\"top < skip\", \"parameters.top != 2\"]");
        assertThat(values(search))
                .containsExactly(
                        Map.of("factors[0].parameters.skip", 2, "parameters.top", 1),
                        Map.of("factors[0].parameters.skip", 3, "parameters.top", 1));
    }

    @Test
    void saysAllThatIsWrongAtOnce() {
        refused(
                BACKTEST.replace("\"US\"", "\"US\", \"min_age_days\": -1")
                        + ", \"space\": {\"universe.market\": [\"KR\"], \"parameters.top\": [], \"costs.slippage_bps\":"
                        + " {\"from\": 2, \"to\": 1}, \"factors[0].weight\": [1, 1]}, \"constraints\": [\"top\", \"a < b\"],"
                        + " \"trials\": 5, \"walk_forward\": {}, \"cost_multiples\": [1], \"name\": \" \"",
                errors -> assertThat(errors)
                        .extracting(FieldError::field)
                        .contains(
                                "backtest.universe.min_age_days",
                                "space.universe.market",
                                "space.parameters.top",
                                "space.costs.slippage_bps",
                                "space.factors[0].weight",
                                "constraints[0]",
                                "constraints[1]",
                                "trials",
                                "walk_forward",
                                "cost_multiples",
                                "name"));
    }

    @Test
    void everyValueIsHeldAgainstTheRun() {
        refused(
                BACKTEST
                        + ", \"space\": {\"parameters.top\": [1, 0, -3], \"factors[0].weight\": [1, 0],"
                        + " \"factors[1].weight\": [1], \"costs.commission_bps\": [5, 5000], \"costs.nothing\": [1],"
                        + " \"rebalance_frequency\": [\"weekly\", \"sometimes\"], \"constraints.max_weight\": [0.5, 2]}",
                errors -> assertThat(errors)
                        .extracting(FieldError::field)
                        .containsExactlyInAnyOrder(
                                "space.parameters.top",
                                "space.parameters.top",
                                "space.factors[0].weight",
                                "space.factors[1].weight",
                                "space.costs.commission_bps",
                                "space.costs.nothing",
                                "space.rebalance_frequency",
                                "space.constraints.max_weight"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"grid", "walk_forward"})
    void aBillionCombinationsAreRefusedWithTheirNumber(String kind) {
        String thousand = "{\"from\": 1, \"to\": 1000}";
        refused(
                BACKTEST + ", \"kind\": \"" + kind + "\", \"space\": {\"parameters.top\": " + thousand
                        + ", \"factors[0].parameters.lookback\": " + thousand + ", \"factors[0].parameters.skip\": "
                        + thousand + "}",
                errors -> assertThat(errors).singleElement().satisfies(error -> {
                    assertThat(error.field()).isEqualTo("space");
                    assertThat(error.message()).contains("1000000000 combinations");
                }));
    }

    @Test
    void tooManyRunsAreRefusedWithTheirNumber() {
        refused(
                BACKTEST + ", \"space\": {\"parameters.top\": {\"from\": 1, \"to\": 200},"
                        + " \"factors[0].parameters.lookback\": {\"from\": 1, \"to\": 100}}",
                errors -> assertThat(errors.get(0).message()).contains("needs 20000 runs"));
    }

    @Test
    void aRandomSearchDrawsTheSameForTheSameSeed() {
        String space =
                ", \"space\": {\"parameters.top\": {\"from\": 1, \"to\": 1000}, \"factors[0].parameters.lookback\":"
                        + " {\"from\": 1, \"to\": 1000}, \"factors[0].parameters.skip\": {\"from\": 1, \"to\": 1000}},"
                        + " \"constraints\": [\"skip < lookback\"], \"kind\": \"random\", \"trials\": 20, \"seed\": ";
        NewSearch first = plan(BACKTEST + space + 7);
        assertThat(first.chosen()).hasSize(20).doesNotHaveDuplicates();
        assertThat(plan(BACKTEST + space + 7).chosen()).isEqualTo(first.chosen());
        assertThat(plan(BACKTEST + space + 8).chosen()).isNotEqualTo(first.chosen());
        assertThat(values(first)).allSatisfy(each -> assertThat((Integer) each.get("factors[0].parameters.skip"))
                .isLessThan((Integer) each.get("factors[0].parameters.lookback")));
    }

    @Test
    void aRandomSearchOfASmallSpaceEndsWithAllOfIt() {
        NewSearch search = plan(BACKTEST + ", \"kind\": \"random\", \"space\": {\"parameters.top\": [1, 2, 3]},"
                + " \"constraints\": [\"top >= 2\"]");
        assertThat(search.chosen()).containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void aSearchWithoutCombinationsIsRefused() {
        refused(
                BACKTEST + ", \"space\": {\"parameters.top\": [1, 2]}, \"constraints\": [\"top > 2\"]",
                errors -> assertThat(errors.get(0).field()).isEqualTo("constraints"));
    }

    @Test
    void windowsFollowEachOther() {
        NewSearch search = plan(BACKTEST + ", \"kind\": \"walk_forward\", \"space\": {\"parameters.top\": [1, 2]},"
                + " \"walk_forward\": {\"train\": {\"days\": 100}, \"test\": {\"days\": 50}}");
        assertThat(search.windows()).hasSize(3);
        assertThat(search.planned()).isEqualTo(9);
        Window first = search.windows().get(0);
        Window second = search.windows().get(1);
        assertThat(first.trainFrom()).isEqualTo(LocalDate.of(2020, 2, 3));
        assertThat(first.testFrom()).isAfter(first.trainTo());
        assertThat(second.testFrom())
                .isAfter(first.testTo())
                .isBeforeOrEqualTo(first.testTo().plusDays(3));
        assertThat(second.trainFrom()).isAfter(first.trainFrom());
        assertThat(search.windows().get(2).testTo()).isEqualTo(LocalDate.of(2020, 12, 31));
    }

    @Test
    void windowsThatDoNotFitAreRefused() {
        refused(
                BACKTEST + ", \"kind\": \"walk_forward\", \"space\": {\"parameters.top\": [1, 2]}",
                errors -> assertThat(errors.get(0).field()).isEqualTo("walk_forward"));
        refused(
                BACKTEST + ", \"kind\": \"walk_forward\", \"space\": {\"parameters.top\": [1, 2]},"
                        + " \"walk_forward\": {\"train\": {\"days\": 100}, \"test\": {\"years\": 1}}",
                errors -> assertThat(errors.get(0).field()).isEqualTo("walk_forward.test"));
    }
}
