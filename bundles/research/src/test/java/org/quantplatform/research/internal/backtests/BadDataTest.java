package org.quantplatform.research.internal.backtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quantplatform.api.backtests.BacktestRequest;
import org.quantplatform.core.backtests.BacktestStore.Result;
import org.quantplatform.core.jobs.JobHandler.JobCancelled;
import org.quantplatform.json.QuantJson;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.Field;
import org.quantplatform.model.FieldError;
import org.quantplatform.model.Market;
import org.quantplatform.model.Panel;
import org.quantplatform.model.QuantException;

/** What comes of data and wishes that nobody should have: an error that says so, or a plain result. */
class BadDataTest {

    private static final LocalDate START = LocalDate.of(2020, 1, 1);
    private static final int DAYS = 60;
    private static final String WEEKLY =
            """
            {"strategy": {"factors": [{"factor": "momentum", "weight": 1, "parameters": {"lookback": 3, "skip": 0}}],
                          "parameters": {"top": 2}, "rebalance_frequency": "weekly"},
             "universe": {"market": "US"}, "start_date": "2020-01-01", "end_date": "2020-03-24",
             "initial_capital": 100000}""";

    private final Panel prices = Fixtures.random(4, START, DAYS);

    private static Result run(Panel panel, String json) throws JobCancelled {
        return RandomRun.run(Fixtures.source(panel, List.of()), QuantJson.readRequest(json, BacktestRequest.class));
    }

    @Test
    void aSingleDayTradesNothingAndHasNoRisk() throws JobCancelled {
        Result result = run(prices.head(1), WEEKLY);
        assertThat(result.equity().equity()).containsExactly(100_000);
        assertThat(result.summary().annualizedVolatility()).isNaN();
        assertThat(result.summary().sharpeRatio()).isNaN();
        assertThat(result.summary().numTrades()).isZero();
        assertThat(result.warnings()).contains("nothing was traded: no asset was wanted on any decision day");
    }

    @Test
    void anAssetWithoutAnyPriceIsNeverTraded() throws JobCancelled {
        assertThat(tickers(run(damaged(0, DAYS, Double.NaN), WEEKLY)))
                .isNotEmpty()
                .doesNotContain("T001");
    }

    @Test
    void pricesBelowZeroAreNeverTraded() throws JobCancelled {
        for (double price : new double[] {-5, 0}) {
            Result result = run(damaged(0, DAYS, price), WEEKLY);
            assertThat(tickers(result)).isNotEmpty().doesNotContain("T001");
            assertThat(Arrays.stream(result.equity().equity())).allMatch(value -> value > 0 && value < 1e9);
        }
    }

    @Test
    void aGapKeepsTheLastValue() throws JobCancelled {
        String all = WEEKLY.replace("\"top\": 2", "\"top\": 4").replace("weekly", "every_50");
        Result whole = run(prices, all);
        Result gap = run(damaged(20, 25, Double.NaN), all);
        double[] equity = gap.equity().equity();
        assertThat(Arrays.stream(equity)).allMatch(value -> value > 0 && value < 1e9);
        assertThat(equity[25]).isEqualTo(whole.equity().equity()[25]);
    }

    @Test
    void daysAndTickersMustIncrease() {
        Map<Field, double[]> columns = Map.of(Field.CLOSE, new double[] {1, 2});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Panel(Market.US, new int[] {18_262, 18_262}, List.of("A"), columns))
                .withMessageStartingWith("days must increase, was 2020-01-01 before 2020-01-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Panel(Market.US, new int[] {18_262}, List.of("A", "A"), columns))
                .withMessageStartingWith("tickers must increase, was A before A");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            "initial_capital": 100000 | "initial_capital": 1e999                                | initial_capital
            "weight": 1               | "weight": 1e999                                         | strategy.factors[0].weight
            "universe":               | "execution": {"participation": 1e999}, "universe":      | execution.participation
            "universe":               | "costs": {"slippage_bps": 1e999}, "universe":           | costs.slippage_bps
            "universe":               | "financing": {"max_leverage": 1e999}, "universe":       | financing.max_leverage
            "market": "US"            | "market": "US", "min_dollar_volume": 1e999              | universe.min_dollar_volume
            """)
    void infinityIsRefusedByName(String what, String infinite, String field) {
        assertThatThrownBy(() -> run(prices, WEEKLY.replace(what, infinite)))
                .isInstanceOfSatisfying(QuantException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
                    assertThat(e.errors()).extracting(FieldError::field).containsExactly(field);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            "sectors": ["Nobody's"]
            "exclude": ["T000", "T001", "T002", "T003"]
            "min_age_days": 36500
            "min_dollar_volume": 1e15
            """)
    void anEmptyUniverseStaysInCash(String filter) throws JobCancelled {
        Result result = run(prices, WEEKLY.replace("\"market\"", filter + ", \"market\""));
        assertThat(result.equity().equity()).containsOnly(100_000);
        assertThat(result.warnings()).contains("nothing was traded: no asset was wanted on any decision day");
    }

    @Test
    void capitalBelowOneLotStaysInCash() throws JobCancelled {
        Result result = run(prices, WEEKLY.replace("100000", "10"));
        assertThat(result.equity().equity()).containsOnly(10);
        assertThat(result.warnings())
                .contains(
                        "nothing was traded: what was wanted had no price or no volume, or cost more than the capital");
    }

    /** The second asset has this price from one day to another. */
    private Panel damaged(int from, int to, double price) {
        double[] closes = prices.column(Field.CLOSE).clone();
        Arrays.fill(closes, DAYS + from, DAYS + to, price);
        return Fixtures.panel(Market.US, Fixtures.weekdays(START, DAYS), prices.tickers(), closes);
    }

    private static List<String> tickers(Result result) {
        return result.trades().stream().map(trade -> trade.ticker()).distinct().toList();
    }
}
