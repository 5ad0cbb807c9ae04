package org.quantplatform.research.internal.backtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.quantplatform.api.backtests.BacktestRequest;
import org.quantplatform.core.backtests.BacktestStore.Result;
import org.quantplatform.core.data.PanelSource;
import org.quantplatform.core.jobs.JobHandler.JobCancelled;
import org.quantplatform.json.QuantJson;
import org.quantplatform.model.IndexMember;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Market;
import org.quantplatform.model.Panel;
import org.quantplatform.model.Side;
import org.quantplatform.model.Trade;
import org.quantplatform.model.Universe;
import org.quantplatform.research.internal.backtests.BenchmarkSeries.Window;

class UniverseOfRunsTest {

    private static final LocalDate START = LocalDate.of(2020, 1, 1);
    private static final Panel PRICES = Fixtures.random(20, START, 200);
    private static final LocalDate CHANGE = LocalDate.of(2020, 6, 1);

    private static IndexMember member(String ticker, LocalDate from, @Nullable LocalDate to) {
        return new IndexMember(Market.US, "TOP", ticker, from, to);
    }

    private static Result run(List<IndexMember> members, String index) throws JobCancelled {
        String json =
                """
                {"strategy": {"parameters": {"top": 2}, "rebalance_frequency": "weekly",
                              "factors": [{"factor": "momentum", "weight": 1, "parameters": {"lookback": 5, "skip": 0}}]},
                 "universe": {"market": "US", "index": "%s"}, "start_date": "2020-02-03", "end_date": "2020-09-30",
                 "initial_capital": 1000000, "costs": {"commission_bps": 0}}"""
                        .formatted(index);
        PanelSource source = Fixtures.source(PRICES, List.of(), members);
        return Fixtures.backtest(source, QuantJson.readRequest(json, BacktestRequest.class));
    }

    @Test
    void onlyMembersOfTheDayAreBought() throws JobCancelled {
        List<IndexMember> members = List.of(
                member("T001", START, CHANGE),
                member("T002", START, CHANGE),
                member("T003", CHANGE.plusDays(1), null),
                member("T004", CHANGE.plusDays(1), null),
                member("GONE", START, CHANGE));
        Result result = run(members, "TOP");
        for (Trade trade : result.trades()) {
            if (trade.side() == Side.BUY) {
                boolean before = !trade.signalDate().isAfter(CHANGE);
                assertThat(trade.ticker()).isIn(before ? List.of("T001", "T002") : List.of("T003", "T004"));
            }
        }
        assertThat(result.trades()).extracting(Trade::ticker).contains("T001", "T003");
        assertThat(result.warnings())
                .contains("1 of 5 members that index TOP had during the run have no bars: GONE; the rest may be"
                        + " survivors only.");
    }

    @Test
    void anUnknownIndexIsRefused() {
        assertThatThrownBy(() -> run(List.of(), "OTHER"))
                .hasMessageContaining("no members of index OTHER of market US are stored");
    }

    @Test
    void aMarketThatNobodyLeftIsDoubted() {
        Panel years = Fixtures.random(20, START, 600);
        List<Instrument> instruments = years.tickers().stream()
                .map(ticker -> Instrument.unknownStock(Market.US, ticker, "XNYS", "USD"))
                .toList();
        Universe whole = Universe.of(Market.US);
        Survivors all = new Survivors(years, instruments, new Window(0, 599));
        assertThat(all.warning(whole, List.of()))
                .hasValueSatisfying(text -> assertThat(text).contains("may hold survivors only"));
        assertThat(new Survivors(years, instruments, new Window(0, 200)).warning(whole, List.of()))
                .isEmpty();
        assertThat(all.warning(Universe.of(Market.US, List.of("T001")), List.of()))
                .isEmpty();
    }

    @Test
    void ageAndLiquidityCountAsOfTheDay() {
        double[] closes = new double[60];
        Arrays.fill(closes, Double.NaN);
        Arrays.fill(closes, 20, 60, 10);
        Panel young = Fixtures.panel(Market.US, Fixtures.weekdays(START, 60), List.of("A"), closes);
        List<Instrument> instruments = List.of(Instrument.unknownStock(Market.US, "A", "XNYS", "USD"));
        Universe aged = new Universe(Market.US, List.of(), null, List.of(), 14, null, List.of());
        Universe liquid = new Universe(Market.US, List.of(), null, List.of(), null, 10_000.0, List.of());
        assertThat(firstEligible(young, new Eligibility(young, instruments, aged, List.of())))
                .isEqualTo(30);
        // the median of 21 days is the turnover once 11 of them have a bar
        assertThat(firstEligible(young, new Eligibility(young, instruments, liquid, List.of())))
                .isEqualTo(30);
    }

    private static int firstEligible(Panel panel, Eligibility eligibility) {
        boolean[] eligible = new boolean[1];
        for (int day = 0; day < panel.days(); day++) {
            eligibility.mask(day, eligible);
            if (eligible[0]) {
                return day;
            }
        }
        return -1;
    }
}
