package org.quantplatform.research.internal.backtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.quantplatform.api.backtests.BacktestRequest;
import org.quantplatform.api.backtests.DividendSpec;
import org.quantplatform.api.backtests.ExecutionSpec;
import org.quantplatform.api.backtests.FinancingSpec;
import org.quantplatform.api.backtests.SlippageSpec;
import org.quantplatform.core.backtests.BacktestStore.NewBacktest;
import org.quantplatform.json.QuantJson;
import org.quantplatform.model.Adjust;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.FieldError;
import org.quantplatform.model.FillPrice;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.ShareRule;

class BacktestPlannerTest {

    private static final String GOOD =
            """
            {"strategy": {"factors": [{"factor": "momentum", "weight": 1}]},
             "universe": {"market": "US"}, "start_date": "2020-06-01", "end_date": "2021-01-29"}""";

    private final MemoryExpressions expressions = new MemoryExpressions();
    private final BacktestPlanner planner = new BacktestPlanner(
            new NoStrategies(),
            expressions,
            new TestPlugins(),
            Fixtures.source(Fixtures.random(5, LocalDate.of(2020, 1, 1), 300), List.of()));

    private NewBacktest plan(String json) {
        return planner.plan(QuantJson.readRequest(json, BacktestRequest.class), 1);
    }

    @Test
    void fillsInEveryDefault() {
        BacktestRequest resolved = plan(GOOD).request();
        assertThat(resolved.strategy().plugin()).isEqualTo("factor-rank");
        assertThat(resolved.initialCapital()).isEqualTo(100_000_000);
        assertThat(resolved.currency()).isEqualTo("USD");
        assertThat(resolved.execution().price()).isEqualTo(FillPrice.NEXT_OPEN);
        assertThat(resolved.execution().shares()).isEqualTo(ShareRule.WHOLE);
        assertThat(resolved.costs().profile()).isEqualTo("US");
        assertThat(resolved.costs().slippageBps()).isZero();
        assertThat(resolved.adjust()).isEqualTo(Adjust.ALL);
        assertThat(resolved.execution().participation()).isNull();
        assertThat(resolved.execution().unfilled()).isEqualTo(ExecutionSpec.Unfilled.CANCEL);
        assertThat(resolved.costs().slippage()).isEqualTo(SlippageSpec.NONE);
        assertThat(resolved.financing()).isEqualTo(new FinancingSpec(0.0, 0.0, 0.0, 365.0, false, 1.0, 0.5, 0.25));
        assertThat(resolved.dividends()).isEqualTo(new DividendSpec(0.0));
    }

    @Test
    void termsHaveDefaultsOfTheirOwn() {
        BacktestRequest resolved = plan(with("\"financing\": {\"allow_short\": true, \"max_leverage\": 4},"
                        + " \"costs\": {\"slippage\": {\"model\": \"volume_share\"}}"))
                .request();
        assertThat(resolved.financing().initialMargin()).isEqualTo(0.25);
        assertThat(resolved.financing().maintenanceMargin()).isEqualTo(0.125);
        assertThat(resolved.costs().slippage().strength()).isEqualTo(0.1);
    }

    @Test
    void saysAllThatIsWrongWithTheTerms() {
        String json = with("\"execution\": {\"participation\": 0}, \"dividends\": {\"withholding\": 2},"
                + " \"costs\": {\"conversion_bps\": -1, \"slippage\": {\"model\": \"square_root\", \"strength\": 1e9}},"
                + " \"financing\": {\"cash_rate\": 7, \"day_count\": 0, \"max_leverage\": 1e9, \"maintenance_margin\": 2},"
                + " \"currency\": \"money\"");
        assertThatThrownBy(() -> plan(json)).isInstanceOfSatisfying(QuantException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
            assertThat(e.errors())
                    .extracting(FieldError::field)
                    .contains(
                            "execution.participation",
                            "dividends.withholding",
                            "costs.conversion_bps",
                            "costs.slippage.strength",
                            "financing.cash_rate",
                            "financing.day_count",
                            "financing.max_leverage",
                            "financing.maintenance_margin",
                            "currency");
        });
    }

    private static String with(String more) {
        return GOOD.replace("\"universe\"", more + ", \"universe\"");
    }

    @Test
    void pinsPluginsAndSnapshot() {
        NewBacktest planned = plan(GOOD);
        assertThat(planned.pinned().dataSnapshot()).isEqualTo("1");
        assertThat(planned.pinned().plugins())
                .extracting(pin -> pin.kind().code() + "/" + pin.id())
                .containsExactly("strategy/factor-rank", "factor/momentum", "cost/market", "rules/us");
        assertThat(planned.pinned().parameters())
                .containsKeys("strategy/factor-rank", "factor/momentum#1", "cost/market", "rules/us");
    }

    @Test
    void whatIsStoredIsReadAgainTheSame() {
        NewBacktest planned = plan(GOOD);
        assertThat(QuantJson.read(QuantJson.write(planned), NewBacktest.class)).isEqualTo(planned);
    }

    static Stream<Arguments> badRequests() {
        return Stream.of(
                Arguments.of("{}", "strategy_id,start_date,end_date"),
                Arguments.of(GOOD.replace("\"momentum\"", "\"nonsense\""), "strategy.factors[0].factor"),
                Arguments.of(GOOD.replace("\"weight\": 1", "\"weight\": 0"), "strategy.factors[0].weight"),
                Arguments.of(GOOD.replace("\"weight\": 1", "\"weight\": 1e99"), "strategy.factors[0].weight"),
                Arguments.of(GOOD.replace("{\"factors\"", "{\"plugin\": \"x\", \"factors\""), "strategy.plugin"),
                Arguments.of(
                        GOOD.replace("{\"factors\"", "{\"parameters\": {\"top\": 0}, \"factors\""),
                        "strategy.parameters.top"),
                Arguments.of(
                        GOOD.replace("{\"factors\"", "{\"factor_weights\": {}, \"factors\""),
                        "strategy.factor_weights"),
                Arguments.of(
                        GOOD.replace("{\"factors\"", "{\"constraints\": {\"max_weight\": 2}, \"factors\""),
                        "strategy.constraints.max_weight"),
                Arguments.of(GOOD.replace("2021-01-29", "2019-01-29"), "end_date"),
                Arguments.of(GOOD.replace("2021-01-29", "9999-01-29"), "end_date"),
                Arguments.of(GOOD.replace("\"universe\"", "\"initial_capital\": -1, \"universe\""), "initial_capital"),
                Arguments.of(
                        GOOD.replace("\"universe\"", "\"initial_capital\": 1e16, \"universe\""), "initial_capital"),
                Arguments.of(GOOD.replace("\"market\": \"US\"", "\"index\": \" \""), "universe.index"),
                Arguments.of(GOOD.replace("\"market\": \"US\"", "\"min_age_days\": -1"), "universe.min_age_days"),
                Arguments.of(GOOD.replace("\"market\": \"US\"", "\"tickers\": [\" \"]"), "universe.tickers"),
                Arguments.of(
                        GOOD.replace("\"universe\"", "\"costs\": {\"commission_bps\": -1}, \"universe\""),
                        "costs.commission_bps"),
                Arguments.of(
                        GOOD.replace(
                                "\"universe\"",
                                "\"costs\": {\"commission_bps\": 1, \"profile\": \"US\"}, \"universe\""),
                        "costs.profile"),
                Arguments.of(
                        GOOD.replace("\"universe\"", "\"costs\": {\"profile\": \"KR\"}, \"universe\""),
                        "costs.profile"),
                Arguments.of(
                        GOOD.replace("\"universe\"", "\"benchmark\": {\"index\": \"X\"}, \"universe\""),
                        "benchmark.index"),
                Arguments.of(
                        GOOD.replace("\"universe\"", "\"strategy_id\": \"x\", \"universe\""),
                        "strategy_id,strategy_id"));
    }

    @ParameterizedTest
    @MethodSource("badRequests")
    void namesEveryWrongField(String json, String fields) {
        assertThatThrownBy(() -> plan(json)).isInstanceOfSatisfying(QuantException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
            assertThat(e.errors()).extracting(FieldError::field).containsExactly(fields.split(","));
        });
    }

    static Stream<Arguments> unserved() {
        return Stream.of(
                Arguments.of(
                        GOOD.replace("2020-06-01", "2030-06-01").replace("2021", "2031"),
                        ErrorCode.NO_DATA,
                        "start_date"),
                Arguments.of(
                        GOOD.replace("\"market\": \"US\"", "\"tickers\": [\"T001\", \"ZZZ\"]"),
                        ErrorCode.NO_DATA,
                        "universe.tickers"),
                Arguments.of(
                        GOOD.replace(
                                "\"universe\"",
                                "\"benchmark\": {\"market\": \"US\", \"ticker\": \"ZZZ\"}, \"universe\""),
                        ErrorCode.NO_DATA,
                        "benchmark.ticker"),
                Arguments.of(
                        GOOD.replace("\"market\": \"US\"", "\"tickers\": [\"ZZZ\"]"),
                        ErrorCode.NO_DATA,
                        "universe.tickers"),
                Arguments.of(GOOD.replace("\"momentum\"", "\"cheapness\""), ErrorCode.NO_DATA, "strategy.factors[0]"),
                Arguments.of(GOOD.replace("\"US\"", "\"JP\""), ErrorCode.NO_DATA, "universe.market"),
                Arguments.of(GOOD.replace("\"US\"", "\"VN\""), ErrorCode.UNPROCESSABLE, "universe.market"),
                Arguments.of(
                        GOOD.replace("\"universe\"", "\"currency\": \"KRW\", \"universe\""),
                        ErrorCode.UNPROCESSABLE,
                        "currency"));
    }

    @ParameterizedTest
    @MethodSource("unserved")
    void saysWhichFieldCannotBeServed(String json, ErrorCode code, String field) {
        assertThatThrownBy(() -> plan(json)).isInstanceOfSatisfying(QuantException.class, e -> {
            assertThat(e.code()).isEqualTo(code);
            assertThat(e.errors()).extracting(FieldError::field).containsExactly(field);
        });
    }
}
