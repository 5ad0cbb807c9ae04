package org.quantplatform.source.kis.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.Fundamental;
import org.quantplatform.model.Market;
import org.quantplatform.source.http.UnreadableAnswer;
import org.quantplatform.spi.data.DataSink.BarValues;
import org.quantplatform.spi.data.MinuteRequest;
import org.quantplatform.testkit.FakeDataSink;
import org.quantplatform.testkit.FakeMinuteSink;

/** Rows as they come, worked out by hand. */
class RowsTest {

    private static final LocalDate EARLY = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATE = LocalDate.of(2026, 11, 1);

    private final FakeDataSink sink = FakeDataSink.patient();

    private static List<JsonNode> rows(String json) throws JsonProcessingException {
        List<JsonNode> rows = new ArrayList<>();
        new ObjectMapper().readTree(json.replace('\'', '"')).forEach(rows::add);
        return rows;
    }

    @Test
    @DisplayName("KIS 40. a bar is whole won and single shares, in text")
    void readsBars() throws IOException {
        Page<LocalDate> page = Page.of(
                rows("[{'stck_bsop_date':'20220809','stck_clpr':'61800','stck_oprc':'62300','stck_hgpr':'62400',"
                        + "'stck_lwpr':'61700','acml_vol':'10213456','acml_tr_pbmn':'631234567800'},{}]"),
                Page.DOMESTIC,
                false);
        assertThat(bars(page))
                .containsExactly(
                        Map.entry(LocalDate.of(2022, 8, 9), new BarValues(62300, 62400, 61700, 61800, 10213456)));
    }

    @Test
    @DisplayName("KIS 41. a day that comes twice counts once when the rows agree, and not at all when they differ")
    void readsDaysThatComeTwice() throws IOException {
        String row = "{'xymd':'20260102','clos':'401.2500','open':'398.0000','high':'404.1000','low':'396.5000',"
                + "'tvol':'61234567'}";
        assertThat(bars(Page.of(rows("[" + row + "," + row + "]"), Page.OVERSEAS, false)))
                .hasSize(1);
        Page<LocalDate> differing =
                Page.of(rows("[" + row + "," + row.replace("401.2500", "40.1250") + "]"), Page.OVERSEAS, false);
        assertThat(bars(differing)).isEmpty();
        assertThat(contradicting).containsExactly(LocalDate.of(2026, 1, 2));
    }

    private final List<LocalDate> contradicting = new ArrayList<>();

    private Map<LocalDate, BarValues> bars(Page<LocalDate> page) {
        Map<LocalDate, BarValues> bars = new TreeMap<>();
        page.bars().deliver(bars::put, contradicting::add);
        return bars;
    }

    private static String bar(LocalDate day, String close) {
        return "{'stck_bsop_date':'" + Cells.written(day) + "','stck_clpr':'" + close
                + "','stck_oprc':'10','stck_hgpr':'10','stck_lwpr':'10','acml_vol':'1'}";
    }

    /** A page of the days that end there. */
    private static List<String> pageUpTo(LocalDate last, String close) {
        return Stream.iterate(last, day -> day.minusDays(1))
                .limit(BackwardPages.ROWS)
                .map(day -> bar(day, close))
                .toList();
    }

    private static Page<LocalDate> page(List<String> rows) throws IOException {
        return Page.of(rows("[" + String.join(",", rows) + "]"), Page.DOMESTIC, rows.size() >= BackwardPages.ROWS);
    }

    private void walk(BackwardPages.Asker asker) throws IOException {
        BackwardPages.walk(EARLY, LATE, asker, new Delivery(Market.KR, "005930", sink));
    }

    @Test
    @DisplayName("KIS 52. a page whose rows are all refused does not end the walk")
    void goesOnAfterAPageOfRefusedRows() throws IOException {
        walk(last -> switch (asked(last)) {
            case 1 -> page(pageUpTo(LATE, "10"));
            case 2 -> page(pageUpTo(LATE.minusDays(100), "ten"));
            default -> page(List.of(bar(last, "10")));
        });
        assertThat(sink.refusals()).hasSize(BackwardPages.ROWS);
        assertThat(sink.bars()).hasSize(BackwardPages.ROWS + 1);
        assertThat(sink.bars().get(0).date()).isEqualTo(LATE.minusDays(200));
    }

    @Test
    @DisplayName("KIS 53. a full page on which no day can be read is an error, and one of empty rows the end")
    void endsWhereNothingSaysHowToGoOn() throws IOException {
        walk(last -> page(Collections.nCopies(BackwardPages.ROWS, "{}")));
        assertThat(sink.bars()).isEmpty();
        assertThatThrownBy(() -> walk(last -> page(
                        Collections.nCopies(BackwardPages.ROWS, "{'stck_bsop_date':'yesterday','stck_clpr':'10'}"))))
                .isInstanceOf(UnreadableAnswer.class)
                .hasMessage("no row of a page of bars of 005930 has a time that can be read");
    }

    @Test
    @DisplayName("KIS 54. the oldest day of a page whose rows contradict each other is not asked for again")
    void asksForNoContradictedDayAgain() throws IOException {
        LocalDate oldest = LATE.minusDays(98);
        List<LocalDate> ends = new ArrayList<>();
        walk(last -> {
            ends.add(last);
            List<String> rows = new ArrayList<>(pageUpTo(LATE, "10").subList(0, 99));
            rows.add(bar(oldest, "11"));
            return last.equals(LATE) ? page(rows) : page(List.of(bar(last, "10")));
        });
        assertThat(ends).containsExactly(LATE, oldest.minusDays(1));
        assertThat(sink.bars()).hasSize(99).noneMatch(bar -> bar.date().equals(oldest));
        assertThat(sink.refusals())
                .containsExactly(new FakeDataSink.Refusal(0, "005930", oldest.toString(), "contradicting rows"));
    }

    private int pages;

    private int asked(LocalDate last) {
        assertThat(last).isBeforeOrEqualTo(LATE);
        return ++pages;
    }

    @Test
    @DisplayName("KIS 55. a minute that comes again on the next page and differs is refused")
    void refusesMinutesThatDifferFromPageToPage() throws IOException {
        FakeMinuteSink minutes = FakeMinuteSink.patient();
        LocalDateTime open = LocalDateTime.of(2026, 3, 9, 9, 0);
        MinuteRequest request = new MinuteRequest(
                Market.KR,
                List.of("005930"),
                Instant.parse("2026-03-09T00:00:00Z"),
                Instant.parse("2026-03-09T06:30:00Z"));
        MinutePages.walk(
                open,
                open.plusHours(6),
                new MinutePages.Asker() {
                    @Override
                    public Page<LocalDateTime> endingAt(LocalDateTime last) throws IOException {
                        boolean first = last.equals(open.plusHours(6));
                        return Page.of(
                                first
                                        ? rows("[" + minute("090200", "10") + "," + minute("090100", "10") + "]")
                                        : rows("[" + minute("090100", "11") + "," + minute("090000", "10") + "]"),
                                Page.DOMESTIC_MINUTES,
                                first);
                    }

                    @Override
                    public LocalDateTime before(LocalDateTime oldest) {
                        return oldest;
                    }
                },
                new MinuteDelivery(request, "005930", minutes));
        assertThat(minutes.bars())
                .extracting(FakeMinuteSink.Bar::start)
                .containsExactly(Instant.parse("2026-03-09T00:00:00Z"), Instant.parse("2026-03-09T00:02:00Z"));
        assertThat(minutes.refusals())
                .extracting(FakeMinuteSink.Refusal::reason)
                .containsExactly("contradicting rows");
    }

    private static String minute(String time, String close) {
        return "{'stck_bsop_date':'20260309','stck_cntg_hour':'" + time + "','stck_prpr':'" + close
                + "','stck_oprc':'10','stck_hgpr':'11','stck_lwpr':'10','cntg_vol':'1'}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"12x", "1e5", "NaN", "Infinity", "0x10", "1,000", "--5", "١٢"})
    @DisplayName("KIS 42. what is no plain number is refused, not guessed")
    void refusesWhatIsNoNumber(String text) throws JsonProcessingException {
        JsonNode row = rows("[{'stck_clpr':'" + text + "'}]").get(0);
        assertThatThrownBy(() -> Cells.number(row, "stck_clpr")).hasMessage("unreadable stck_clpr");
    }

    @Test
    @DisplayName("KIS 43. an empty number is none, and a number that is one can be read")
    void readsNumbers() throws JsonProcessingException {
        JsonNode row = rows("[{'a':'','b':null,'c':61800,'d':' -700 ','e':{}}]").get(0);
        assertThat(Cells.number(row, "a")).isNaN();
        assertThat(Cells.number(row, "b")).isNaN();
        assertThat(Cells.number(row, "c")).isEqualTo(61800);
        assertThat(Cells.number(row, "d")).isEqualTo(-700);
        assertThatThrownBy(() -> Cells.number(row, "e")).hasMessage("unreadable e");
    }

    @ParameterizedTest
    @ValueSource(strings = {"20230229", "2023-02-28", "", "0", "20231301"})
    @DisplayName("KIS 44. a day that there is not is refused")
    void refusesDaysThatAreNone(String text) throws JsonProcessingException {
        JsonNode row = rows("[{'d':'" + text + "'}]").get(0);
        assertThatThrownBy(() -> Cells.day(row, "d")).hasMessage("unknown date");
    }

    /** 2024-12-31 is a Tuesday on which the exchange is closed; weekdays stand in for its calendar here. */
    @ParameterizedTest
    @CsvSource({"20240329, 2024-03-28", "20240401, 2024-03-29", "20240331, 2024-03-28", "20241230, 2024-12-27"})
    @DisplayName("KIS 45. the ex-date of a dividend is the session before the last one up to the record date")
    void findsTheExDate(String record, LocalDate exDate) throws JsonProcessingException {
        Payouts payouts = new Payouts(sink, EARLY, LATE);
        payouts.dividend(dividend(record, "결산", "361"));
        payouts.deliver();
        assertThat(sink.actions())
                .containsExactly(new CorporateAction(Market.KR, "005930", exDate, CorporateAction.Kind.DIVIDEND, 361));
    }

    private static JsonNode dividend(String record, String kind, String cash) throws JsonProcessingException {
        return rows("[{'record_date':'" + record + "','sht_cd':'005930','divi_kind':'" + kind + "','per_sto_divi_amt':'"
                        + cash + "','stk_divi_rate':'0.00'}]")
                .get(0);
    }

    @Test
    @DisplayName("KIS 56. payments of one ex-date add up, rows that are the same count once, par values multiply")
    void addsUpWhatFallsOnOneDay() throws JsonProcessingException {
        Payouts payouts = new Payouts(sink, EARLY, LATE);
        for (JsonNode row : List.of(
                dividend("20240329", "결산", "361"),
                dividend("20240329", "결산", "361"),
                dividend("20240329", "특별", "361"),
                dividend("20240329", "특별", "39"))) {
            payouts.dividend(row);
        }
        for (String values : List.of("'5000','inter_af_face_amt':'500'", "'500','inter_af_face_amt':'250'")) {
            payouts.parValue(rows("[{'sht_cd':'005930','inter_bf_face_amt':" + values + ",'list_dt':'20240328'}]")
                    .get(0));
        }
        payouts.deliver();
        LocalDate day = LocalDate.of(2024, 3, 28);
        assertThat(sink.actions())
                .containsExactly(
                        new CorporateAction(Market.KR, "005930", day, CorporateAction.Kind.SPLIT, 20),
                        new CorporateAction(Market.KR, "005930", day, CorporateAction.Kind.DIVIDEND, 761));
    }

    @Test
    @DisplayName("KIS 46. a par value of 5,000 won that becomes 100 makes fifty shares of one")
    void readsChangesOfParValue() throws JsonProcessingException {
        Payouts payouts = new Payouts(sink, EARLY, LATE);
        payouts.parValue(rows("[{'record_date':'20180430','sht_cd':'005930','inter_bf_face_amt':'5000',"
                        + "'inter_af_face_amt':'100','td_stop_dt':'2018/04/30 ~ 2018/05/03','list_dt':'20180504'}]")
                .get(0));
        payouts.parValue(
                rows("[{'sht_cd':'000660','inter_bf_face_amt':'','inter_af_face_amt':'100','list_dt':'20180504'}]")
                        .get(0));
        payouts.deliver();
        assertThat(sink.actions())
                .containsExactly(new CorporateAction(
                        Market.KR, "005930", LocalDate.of(2018, 5, 4), CorporateAction.Kind.SPLIT, 50));
        assertThat(sink.refusals())
                .extracting(FakeDataSink.Refusal::reason)
                .containsExactly("change of par value without both values");
    }

    @Test
    @DisplayName("KIS 47. a dividend that is not yet known is none, one in shares is refused by name")
    void readsDividendsThatAreNotCash() throws JsonProcessingException {
        Payouts payouts = new Payouts(sink, EARLY, LATE);
        payouts.dividend(rows("[{'record_date':'20240329','sht_cd':'005930','per_sto_divi_amt':'0'}]")
                .get(0));
        payouts.dividend(
                rows("[{'record_date':'20240329','sht_cd':'005930','per_sto_divi_amt':'','stk_divi_rate':'5.00'}]")
                        .get(0));
        payouts.deliver();
        assertThat(sink.actions()).isEmpty();
        assertThat(sink.refusals()).hasSize(1);
    }

    private static String income(String month, String revenue) {
        return "{'stac_yymm':'" + month + "','sale_account':'" + revenue + "','thtr_ntin':'99.99'}";
    }

    @Test
    @DisplayName("KIS 48. quarters are differences within the fiscal year, in won; placeholders are nothing")
    void takesQuartersApart() throws JsonProcessingException {
        Statements statements = new Statements(new Delivery(Market.KR, "005930", sink), EARLY, LATE, 12);
        statements.quarters(rows("[" + income("202409", "600.50") + "," + income("202406", "350.00") + ","
                + income("202403", "100.00") + "," + income("202312", "900.00") + "]"));
        assertThat(sink.fundamentals())
                .containsExactly(
                        fact("005930", "revenue", "2024-03-31", "2024-05-15", 10_000_000_000.0),
                        fact("005930", "revenue", "2024-06-30", "2024-08-14", 25_000_000_000.0),
                        fact("005930", "revenue", "2024-09-30", "2024-11-14", 25_050_000_000.0));
    }

    @Test
    @DisplayName("KIS 49. a fiscal year may end in another month")
    void readsOtherFiscalYears() throws JsonProcessingException {
        Delivery delivery = new Delivery(Market.KR, "001390", sink);
        List<JsonNode> years = rows("[" + income("202403", "400.00") + "," + income("202303", "380.00") + "]");
        assertThat(Statements.yearEnd(years, delivery)).isEqualTo(3);
        Statements statements = new Statements(delivery, EARLY, LATE, 3);
        statements.years(years);
        statements.quarters(rows("[" + income("202403", "400.00") + "," + income("202312", "290.00") + "]"));
        assertThat(sink.fundamentals())
                .contains(
                        fact("001390", "revenue_fy", "2024-03-31", "2024-06-29", 40_000_000_000.0),
                        fact("001390", "revenue", "2024-03-31", "2024-06-29", 11_000_000_000.0));
        assertThat(sink.fundamentals()).noneMatch(fact -> fact.periodEnd().equals(LocalDate.of(2023, 12, 31)));
    }

    @Test
    @DisplayName("KIS 50. accounts whose day to be filed has not come are left for later")
    void leavesUnfiledAccounts() throws JsonProcessingException {
        LocalDate today = LocalDate.of(2024, 5, 14);
        Statements statements = new Statements(new Delivery(Market.KR, "005930", sink), EARLY, today, 12);
        statements.balances(rows("[{'stac_yymm':'202403','total_aset':'4709000.00','total_lblt':'1','total_cptl':'2'},"
                + "{'stac_yymm':'202312','total_aset':'4559060.00','total_lblt':'99.99','total_cptl':'2'}]"));
        assertThat(sink.fundamentals()).extracting(Fundamental::periodEnd).containsOnly(LocalDate.of(2023, 12, 31));
        assertThat(sink.fundamentals())
                .filteredOn(fact -> fact.item().equals("total_assets"))
                .extracting(Fundamental::value)
                .containsExactly(455_906_000_000_000.0);
    }

    @Test
    @DisplayName("KIS 51. settings that make no sense are refused by name")
    void refusesSettings() {
        assertThat(KisComponent.markets("KR, us")).isEqualTo(Set.of(Market.KR, Market.US));
        assertThatThrownBy(() -> KisComponent.markets("KR,MOON")).hasMessageStartingWith("markets: 'MOON'");
        assertThatThrownBy(() -> KisComponent.markets(" ")).hasMessageStartingWith("markets:");
        assertThatThrownBy(() -> KisComponent.markets("FX")).hasMessageStartingWith("markets: 'FX'");
    }

    private static Fundamental fact(String ticker, String item, String end, String published, double value) {
        return new Fundamental(Market.KR, ticker, item, LocalDate.parse(end), LocalDate.parse(published), value);
    }
}
