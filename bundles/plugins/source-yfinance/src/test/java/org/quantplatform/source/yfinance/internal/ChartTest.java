package org.quantplatform.source.yfinance.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.CorporateAction.Kind;
import org.quantplatform.model.Market;
import org.quantplatform.source.http.Asked;
import org.quantplatform.source.http.GatheredBars;
import org.quantplatform.source.http.JsonRow;
import org.quantplatform.spi.data.DataKind;
import org.quantplatform.spi.data.DataSink.BarValues;
import org.quantplatform.testkit.FakeDataSink;

/** Charts as they come, worked out by hand. */
class ChartTest {

    /** Starts of three sessions in New York. */
    private static final long MONDAY = 1_717_421_400;

    private static final long TUESDAY = MONDAY + 86_400;
    private static final long WEDNESDAY = TUESDAY + 86_400;
    private static final LocalDate FIRST = LocalDate.of(2024, 6, 3);

    private final FakeDataSink sink = FakeDataSink.patient();
    private final Asked asked =
            new Asked(Set.of(DataKind.DAILY_BARS, DataKind.CORPORATE_ACTIONS), List.of("A"), FIRST, FIRST.plusDays(2));

    private static Chart chart(String events, String stamps, String prices) throws IOException {
        String json = "{'meta':{'currency':'USD','exchangeTimezoneName':'America/New_York','priceHint':2},'events':{"
                + events + "},'timestamp':[" + stamps + "],'indicators':{'quote':[{'open':[" + prices + "],'high':["
                + prices + "],'low':[" + prices + "],'close':[" + prices + "],'volume':[" + prices + "]}]}}";
        return new Chart(Market.US, JsonRow.of(new ObjectMapper().readTree(json.replace('\'', '"')), "chart"));
    }

    private List<Double> closes(String stamps, String prices) throws IOException {
        chart("", stamps, prices).bars("A", asked, sink);
        return sink.bars().stream().map(bar -> bar.values().close()).toList();
    }

    @Test
    void takesRowsOfADayThatAgreeOnceAndRefusesThoseThatDiffer() throws IOException {
        String stamps = MONDAY + "," + MONDAY + "," + TUESDAY + "," + (TUESDAY + 60) + "," + WEDNESDAY;
        assertThat(closes(stamps, "10,10,11,12,13")).containsExactly(10.0, 13.0);
        assertThat(sink.refusals())
                .containsExactly(new FakeDataSink.Refusal(0, "A", "2024-06-04", "contradicting rows"));
    }

    @Test
    void takesOfTheLastDayTheFirstRowAndNotThePriceOfTheMoment() throws IOException {
        String stamps = TUESDAY + "," + WEDNESDAY + "," + (WEDNESDAY + 23_400) + "," + (WEDNESDAY + 23_400);
        assertThat(closes(stamps, "11,12,13,14")).containsExactly(11.0, 12.0);
        assertThat(sink.refusals()).isEmpty();
    }

    @Test
    void takesMinutesLikewise() throws IOException {
        Chart days = chart("", "", "");
        long last = MONDAY + 180;
        String stamps = MONDAY + "," + (MONDAY + 60) + "," + (MONDAY + 60) + "," + (MONDAY + 120) + "," + last + ","
                + (MONDAY + 200);
        GatheredBars<Instant> minutes = new GatheredBars<>();
        chart("", stamps, "10,11,12,13,14,15")
                .minutes(days, start -> start.getEpochSecond() != MONDAY + 120, minutes, (start, reason) -> {});
        TreeMap<Instant, BarValues> good = new TreeMap<>();
        List<Instant> contradicting = new ArrayList<>();
        minutes.deliver(good::put, contradicting::add);
        assertThat(good.keySet()).containsExactly(Instant.ofEpochSecond(MONDAY), Instant.ofEpochSecond(last));
        assertThat(contradicting).containsExactly(Instant.ofEpochSecond(MONDAY + 60));
    }

    @Test
    void addsUpWhatWasPaidOnADayAndTakesTheSamePaymentOnce() throws IOException {
        String paid = "'%s':{'amount':%s,'date':%s}";
        chart(
                        "'dividends':{" + paid.formatted("a", "0.1", MONDAY) + "," + paid.formatted("b", "0.1", MONDAY)
                                + "," + paid.formatted("c", "0.1", MONDAY + 60) + "},'capitalGains':{"
                                + paid.formatted("a", "0.1", MONDAY) + "}",
                        "",
                        "")
                .actions("A", asked, sink);
        assertThat(sink.actions()).containsExactly(new CorporateAction(Market.US, "A", FIRST, Kind.DIVIDEND, 0.3));
    }

    @Test
    void multipliesSplitsOfADayInPricesToo() throws IOException {
        String split = "'%s':{'date':%s,'numerator':%s,'denominator':1}";
        Chart chart = chart(
                "'splits':{" + split.formatted("a", TUESDAY, "2") + "," + split.formatted("b", TUESDAY + 60, "2") + ","
                        + split.formatted("c", TUESDAY, "3") + "}",
                MONDAY + "," + TUESDAY + "," + WEDNESDAY,
                "10,10,10");
        chart.actions("A", asked, sink);
        chart.bars("A", asked, sink);
        assertThat(sink.actions())
                .containsExactly(new CorporateAction(Market.US, "A", FIRST.plusDays(1), Kind.SPLIT, 6));
        assertThat(sink.bars()).extracting(bar -> bar.values().close()).containsExactly(60.0, 10.0, 10.0);
    }
}
