package org.quantplatform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quantplatform.api.Page;
import org.quantplatform.api.backtests.BacktestRequest;
import org.quantplatform.api.backtests.Benchmark;
import org.quantplatform.api.backtests.EquitySeries;
import org.quantplatform.api.jobs.JobStatus;
import org.quantplatform.api.plugins.PluginParameter;
import org.quantplatform.api.searches.Dimension;
import org.quantplatform.api.searches.SearchRequest;
import org.quantplatform.api.strategies.FactorWeight;
import org.quantplatform.model.Adjust;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.FillPrice;
import org.quantplatform.model.Market;
import org.quantplatform.model.Quality;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.Rebalance;
import org.quantplatform.model.ShareRule;
import org.quantplatform.model.Universe;

class QuantJsonTest {

    private static final String LONG_FORM =
            """
            {"strategy": {"plugin": "factor-rank",
                          "factors": [{"factor": "momentum", "weight": 1.0, "parameters": {"lookback": 252, "skip": 21}}],
                          "parameters": {"top": 94, "weighting": "equal", "invested": 0.98},
                          "rebalance_frequency": "month_end"},
             "universe": {"market": "US", "tickers": ["AAL", "A"]},
             "start_date": "2013-02-08", "end_date": "2018-02-07", "initial_capital": 1000000, "currency": "USD",
             "execution": {"price": "next_close", "shares": "fractional"},
             "costs": {"commission_bps": 10, "slippage_bps": 5, "taxes": false},
             "adjust": "none",
             "benchmark": {"market": "US", "ticker": "SPY"}}
            """;

    @Test
    void readsTheLongForm() {
        BacktestRequest request = QuantJson.readRequest(LONG_FORM, BacktestRequest.class);
        assertThat(request.strategy().factors())
                .containsExactly(new FactorWeight("momentum", 1, Map.of("lookback", 252, "skip", 21)));
        assertThat(request.strategy().rebalanceFrequency()).isEqualTo(Rebalance.MONTH_END);
        assertThat(request.universe().tickers()).containsExactly("A", "AAL");
        assertThat(request.startDate()).isEqualTo(LocalDate.of(2013, 2, 8));
        assertThat(request.execution().price()).isEqualTo(FillPrice.NEXT_CLOSE);
        assertThat(request.execution().shares()).isEqualTo(ShareRule.FRACTIONAL);
        assertThat(request.adjust()).isEqualTo(Adjust.NONE);
        assertThat(request.benchmark()).isEqualTo(Benchmark.ofTicker(Market.US, "SPY"));
    }

    @Test
    void aDimensionIsAListOrARange() {
        String json = "{\"backtest\":{\"start_date\":\"2020-01-01\"},\"space\":{\"parameters.top\":[20,50],"
                + "\"parameters.invested\":{\"from\":0.1,\"to\":1},\"rebalance_frequency\":[\"weekly\"]}}";
        SearchRequest request = QuantJson.readRequest(json, SearchRequest.class);
        assertThat(request.space())
                .containsEntry("parameters.top", Dimension.of(20, 50))
                .containsEntry("parameters.invested", new Dimension(null, 0.1, 1.0, null))
                .containsEntry("rebalance_frequency", Dimension.of("weekly"));
        assertThat(QuantJson.read(QuantJson.write(request), SearchRequest.class))
                .isEqualTo(request);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"5", "{\"from\":1}", "[null]", "{\"from\":1,\"to\":2,\"by\":1}", "{\"from\":1,\"to\":\"9\"}"})
    void refusesWhatIsNoDimension(String dimension) {
        assertThatThrownBy(() -> QuantJson.readRequest(
                        "{\"space\":{\"parameters.top\":" + dimension + "}}", SearchRequest.class))
                .isInstanceOfSatisfying(QuantException.class, e -> assertThat(e.errors())
                        .singleElement()
                        .satisfies(error -> assertThat(error.field()).isEqualTo("space.parameters.top")));
    }

    @Test
    void writesWhatItReads() {
        BacktestRequest request = QuantJson.readRequest(LONG_FORM, BacktestRequest.class);
        assertThat(QuantJson.read(QuantJson.write(request), BacktestRequest.class))
                .isEqualTo(request);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"start_date\": 5} | start_date",
                "{\"start_date\": \"2013-02-30\"} | start_date",
                "{\"start_date\": [2013,2,1]} | start_date",
                "{\"initial_capital\": \"1000\"} | initial_capital",
                "{\"initial_capital\": true} | initial_capital",
                "{\"execution\": {\"price\": \"yesterday\"}} | execution.price",
                "{\"execution\": {\"price\": 1}} | execution.price",
                "{\"execution\": []} | execution",
                "{\"universe\": {\"tickers\": \"A\"}} | universe.tickers",
                "{\"universe\": {\"tickers\": [[\"A\"]]}} | universe.tickers[0]",
                "{\"universe\": {\"market\": \"MARS\"}} | universe.market",
                "{\"strategy\": {\"rebalance_frequency\": \"sometimes\"}} | strategy.rebalance_frequency",
                "{\"strategy\": {\"rebalance_frequency\": {\"threshold\": 7}}} | strategy.rebalance_frequency",
                "{\"strategy\": {\"factors\": [{\"factor\": \"x\", \"weight\": \"1\"}]}} | strategy.factors[0].weight",
                "{\"benchmark\": 5} | benchmark",
                "{\"no_such_field\": 5} | no_such_field"
            })
    void namesTheWrongField(String body, String field) {
        assertThatThrownBy(() -> QuantJson.readRequest(body, BacktestRequest.class))
                .isInstanceOfSatisfying(QuantException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
                    assertThat(e.errors()).hasSize(1);
                    assertThat(e.errors().get(0).field()).isEqualTo(field);
                    assertThat(e.getMessage()).doesNotContain("org.quantplatform", "java.");
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"{", "[]", "{\"a\":}", "null", "5", "{} {}", "{\"adjust\":null,\"adjust\":null}", "\"x\""})
    void refusesMalformedDocuments(String body) {
        assertThatThrownBy(() -> QuantJson.readRequest(body, BacktestRequest.class))
                .isInstanceOf(QuantException.class);
    }

    @Test
    void nanIsNullAndBack() {
        EquitySeries series = new EquitySeries(
                List.of(LocalDate.of(2020, 1, 2)),
                new double[] {Double.NaN},
                new double[] {1.5},
                new double[0],
                new double[0]);
        String json = QuantJson.write(series);
        assertThat(json).contains("\"equity\":[null]", "\"dates\":[\"2020-01-02\"]");
        assertThat(QuantJson.read(json, EquitySeries.class).equity()[0]).isNaN();
    }

    @Test
    void everyDoubleSurvives() {
        double value = 0.1 + 0.2;
        EquitySeries series = new EquitySeries(
                List.of(), new double[] {value, Double.MIN_VALUE}, new double[0], new double[0], new double[0]);
        assertThat(QuantJson.read(QuantJson.write(series), EquitySeries.class).equity())
                .containsExactly(value, Double.MIN_VALUE);
    }

    @Test
    void pagesHaveTheirPluralName() {
        Page<JobStatus> page = new Page<>(List.of(JobStatus.RUNNING), 1, 1, 3);
        assertThat(PageJson.write(page, "jobs"))
                .hasToString("{\"jobs\":[\"running\"],\"page\":1,\"limit\":1,\"total\":3,\"has_more\":true}");
        assertThat(PageJson.read(PageJson.write(page, "jobs"), "jobs", JobStatus.class))
                .isEqualTo(page);
    }

    @Test
    void parametersTellTheirDefault() {
        PluginParameter parameter = new PluginParameter("top", "int", 20, 1.0, null, List.of(), "Assets held");
        String json = QuantJson.write(parameter);
        assertThat(json).contains("\"default\":20").doesNotContain("default_value");
        assertThat(QuantJson.read(json, PluginParameter.class)).isEqualTo(parameter);
    }

    /** Hashes of runs cover these documents, those of runs from before there was a choice too. */
    @Test
    void tellsTheQualityOnlyWhereItWasAskedFor() {
        Universe plain = Universe.of(Market.US, List.of("A"));
        assertThat(QuantJson.write(plain))
                .isEqualTo("{\"market\":\"US\",\"tickers\":[\"A\"],\"index\":null,\"sectors\":[],"
                        + "\"min_age_days\":null,\"min_dollar_volume\":null,\"exclude\":[]}");
        Universe strict = QuantJson.read("{\"quality\":\"strict\"}", Universe.class);
        assertThat(strict.quality()).isEqualTo(Quality.STRICT);
        assertThat(QuantJson.write(strict)).contains("\"quality\":\"strict\"");
    }
}
