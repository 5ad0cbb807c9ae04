package org.quantplatform.research.internal.backtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quantplatform.api.backtests.BacktestRequest;
import org.quantplatform.core.backtests.BacktestStore.NewBacktest;
import org.quantplatform.core.backtests.BacktestStore.Result;
import org.quantplatform.core.data.PanelSource;
import org.quantplatform.core.jobs.JobHandler.JobCancelled;
import org.quantplatform.json.QuantJson;
import org.quantplatform.model.Field;
import org.quantplatform.model.Market;
import org.quantplatform.model.Panel;
import org.quantplatform.model.PluginKind;
import org.quantplatform.model.PluginPin;
import org.quantplatform.model.Trade;
import org.quantplatform.research.internal.scores.ScoreCache;

class MarketRulesOfRunsTest {

    /** A rise to the daily limit on Wednesday, a suspension on Thursday. */
    private static final double[] CLOSES = {10_000, 10_100, 13_130, 13_130, 13_200, 13_300, 13_300, 13_300};

    private static final double[] VOLUMES = {9e5, 9e5, 9e5, 0, 9e5, 9e5, 9e5, 9e5};

    private static PanelSource source(Market market, String monday, double[] volumes) {
        int[] days = Fixtures.weekdays(LocalDate.parse(monday), CLOSES.length);
        Map<Field, double[]> columns = new HashMap<>();
        for (Field field : List.of(Field.OPEN, Field.HIGH, Field.LOW, Field.CLOSE)) {
            columns.put(field, CLOSES.clone());
        }
        columns.put(Field.VOLUME, volumes);
        return Fixtures.source(new Panel(market, days, List.of("600000"), columns), List.of());
    }

    private static NewBacktest planned(PanelSource source, Market market, String start, String terms) {
        String json =
                """
                {"strategy": {"parameters": {"top": 1, "invested": 0.5}, "rebalance_frequency": "daily",
                              "factors": [{"factor": "momentum", "weight": 1, "parameters": {"lookback": 1, "skip": 0}}]},
                 "universe": {"market": "%s"}, "start_date": "%s", "end_date": "2030-01-01",
                 "initial_capital": 10000000, "costs": {"commission_bps": 0}%s}"""
                        .formatted(market, start, terms);
        return new BacktestPlanner(new NoStrategies(), new MemoryExpressions(), new TestPlugins(), source)
                .plan(QuantJson.readRequest(json, BacktestRequest.class), 1);
    }

    private static Result run(Market market, String monday, String terms) throws JobCancelled {
        PanelSource source = source(market, monday, VOLUMES);
        NewBacktest planned = planned(source, market, monday, terms);
        return new BacktestCalculation(Pins.resolve(planned.pinned(), new TestPlugins()), source, Fixtures.JOB)
                .run(ScoreCache.none());
    }

    private static final String ON = ", \"execution\": {\"market_rules\": true}";

    @Test
    void aBuyAtTheLimitAndOnASuspendedDayIsNotFilled() throws JobCancelled {
        Trade first = run(Market.KR, "2024-06-10", ON).trades().get(0);
        assertThat(first.date()).isEqualTo("2024-06-14");
        assertThat(first.signalDate()).isEqualTo("2024-06-13");
        assertThat(run(Market.KR, "2024-06-10", "").trades().get(0).date()).isEqualTo("2024-06-12");
    }

    @Test
    void aLimitThatWasNarrowerHoldsAsOfItsDay() throws JobCancelled {
        // a rise by 30 % cannot have been within 15 %, so that nothing is bought at it either
        Trade first = run(Market.KR, "2015-06-01", ON).trades().get(0);
        assertThat(first.date()).isEqualTo("2015-06-05");
    }

    @Test
    void lotsAreThoseOfTheDay() throws JobCancelled {
        assertThat(run(Market.CN, "2024-06-10", ON).trades().get(0).shares()).isEqualTo(300);
        assertThat(run(Market.KR, "2014-05-05", ON).trades().get(0).shares() % 10)
                .isZero();
        assertThat(run(Market.KR, "2014-06-09", ON).trades().get(0).shares()).isEqualTo(378);
    }

    @Test
    void theRulesArePinnedWhereTheRunDependsOnThem() {
        PanelSource source = source(Market.KR, "2024-06-10", VOLUMES);
        assertThat(pins(planned(source, Market.KR, "2024-06-10", ON))).contains("kr");
        assertThat(pins(planned(source, Market.KR, "2024-06-10", ""))).isEmpty();
    }

    private static List<String> pins(NewBacktest planned) {
        return planned.pinned().plugins().stream()
                .filter(pin -> pin.kind() == PluginKind.RULES)
                .map(PluginPin::id)
                .toList();
    }

    @Test
    void daysBeforeTheRulesAndDataWithoutVolumeAreRefused() {
        PanelSource early = source(Market.KR, "2009-06-08", VOLUMES);
        assertThatThrownBy(() -> planned(early, Market.KR, "2009-06-08", ON))
                .hasMessageContaining("rules are known from 2010-01-01; begin later");
        PanelSource bare = source(Market.KR, "2024-06-10", new double[CLOSES.length]);
        assertThatThrownBy(() -> planned(bare, Market.KR, "2024-06-10", ON))
                .hasMessageContaining("no volumes are stored");
    }
}
