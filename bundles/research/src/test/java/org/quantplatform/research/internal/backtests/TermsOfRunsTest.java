package org.quantplatform.research.internal.backtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quantplatform.api.backtests.BacktestRequest;
import org.quantplatform.core.backtests.BacktestStore.Result;
import org.quantplatform.core.data.MarketPanel;
import org.quantplatform.core.data.PanelQuery;
import org.quantplatform.core.data.PanelSource;
import org.quantplatform.core.jobs.JobHandler.JobCancelled;
import org.quantplatform.json.QuantJson;
import org.quantplatform.model.Field;
import org.quantplatform.model.IndexMember;
import org.quantplatform.model.Market;
import org.quantplatform.model.Panel;
import org.quantplatform.model.QuantException;

class TermsOfRunsTest {

    private static final LocalDate START = LocalDate.of(2020, 1, 1);
    private static final Panel PRICES = Fixtures.random(20, START, 200);

    private static Result run(PanelSource source, String terms) throws JobCancelled {
        String json =
                """
                {"strategy": {"parameters": {"top": 5}, "rebalance_frequency": "month_end",
                              "factors": [{"factor": "momentum", "weight": 1, "parameters": {"lookback": 24, "skip": 2}}]},
                 "universe": {"market": "US"}, "start_date": "2020-01-01", "end_date": "2020-09-30",
                 "initial_capital": 1000000, %s}"""
                        .formatted(terms);
        return Fixtures.backtest(source, QuantJson.readRequest(json, BacktestRequest.class));
    }

    @Test
    void aMultipleOfCostsIsAsCostsOfThatSize() throws JobCancelled {
        PanelSource source = Fixtures.source(PRICES, List.of());
        String slippage = ", \"slippage\": {\"model\": \"volume_share\", \"strength\": %s}}";
        Result scaled = run(
                source,
                "\"costs\": {\"commission_bps\": 4, \"slippage_bps\": 8, \"multiple\": 2.5"
                        + slippage.formatted("0.00002"));
        Result plain =
                run(source, "\"costs\": {\"commission_bps\": 10, \"slippage_bps\": 20" + slippage.formatted("0.00005"));
        assertThat(scaled.equity().equity()).isEqualTo(plain.equity().equity());
        assertThat(scaled.summary()).isEqualTo(plain.summary());
        Result free = run(source, "\"costs\": {\"commission_bps\": 4, \"slippage_bps\": 8, \"multiple\": 0}");
        assertThat(free.summary().totalCosts()).isZero();
    }

    /** The market's prices beside a rate that tells how many EUR a USD is worth. */
    private static PanelSource with(double... rates) {
        PanelSource market = Fixtures.source(PRICES, List.of());
        int[] days = Fixtures.weekdays(START, rates.length);
        PanelSource fx = Fixtures.source(Fixtures.panel(Market.FX, days, List.of("EURUSD"), rates), List.of());
        return new PanelSource() {
            @Override
            public List<IndexMember> members(long snapshot, Market of, String index) {
                return List.of();
            }

            @Override
            public long currentSnapshot() {
                return 1;
            }

            @Override
            public MarketPanel load(PanelQuery query) {
                return (query.market() == Market.FX ? fx : market).load(query);
            }
        };
    }

    private static double[] constant(double rate) {
        double[] rates = new double[200];
        Arrays.fill(rates, rate);
        return rates;
    }

    @Test
    void participationLimitsEveryFill() throws JobCancelled {
        PanelSource source = Fixtures.source(PRICES, List.of());
        String costs = "\"costs\": {\"commission_bps\": 0}";
        Result free = run(source, costs);
        Result capped = run(source, costs + ", \"execution\": {\"participation\": 0.001}");
        Result carried = run(source, costs + ", \"execution\": {\"participation\": 0.001, \"unfilled\": \"carry\"}");
        capped.trades().forEach(trade -> {
            int asset = PRICES.tickers().indexOf(trade.ticker());
            double volume = PRICES.value(Field.VOLUME, asset, PRICES.firstDayFrom(trade.date()));
            assertThat(trade.shares()).isLessThanOrEqualTo(0.001 * volume);
        });
        assertThat(carried.trades()).hasSizeGreaterThan(capped.trades().size());
        assertThat(capped.equity().equity()).isNotEqualTo(free.equity().equity());
    }

    @Test
    void anAccountInAnotherCurrencyIsTheSameAtAConstantRate() throws JobCancelled {
        String costs = "\"costs\": {\"commission_bps\": 10}, \"execution\": {\"shares\": \"fractional\"}";
        Result dollars = run(with(constant(1.25)), costs);
        Result euros = run(with(constant(1.25)), costs + ", \"currency\": \"eur\"");
        assertThat(euros.summary().totalReturn()).isCloseTo(dollars.summary().totalReturn(), within(1e-9));
        assertThat(euros.metrics().metrics()).containsKeys("final_cash_eur", "final_cash_usd");
        assertThat(euros.manifest().request().currency()).isEqualTo("EUR");
    }

    @Test
    void aMissingRateIsSaidBeforeTheRun() {
        assertThatThrownBy(() -> run(with(1.25, 1.25, 1.25), "\"currency\": \"EUR\""))
                .isInstanceOf(QuantException.class)
                .hasMessageContaining("no exchange rate from USD to EUR");
        assertThatThrownBy(() -> run(with(1.25, 1.25, 1.25), "\"currency\": \"CHF\""))
                .hasMessageContaining("import bars of USDCHF or CHFUSD into market FX");
    }

    @Test
    void cashEarnsWhatWasAgreed() throws JobCancelled {
        PanelSource source = Fixtures.source(PRICES, List.of());
        Result result = run(source, "\"financing\": {\"cash_rate\": 0.05}");
        assertThat(result.metrics().metrics().get("total_interest")).isPositive();
    }
}
