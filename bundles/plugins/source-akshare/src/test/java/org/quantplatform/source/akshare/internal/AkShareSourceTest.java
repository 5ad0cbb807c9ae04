package org.quantplatform.source.akshare.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quantplatform.fakes.Call;
import org.quantplatform.fakes.Company;
import org.quantplatform.fakes.Country;
import org.quantplatform.fakes.Faults.Fault;
import org.quantplatform.fakes.World;
import org.quantplatform.fakes.akshare.AkToolsProvider;
import org.quantplatform.fakes.akshare.EastmoneyProvider;
import org.quantplatform.model.AssetType;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.CorporateAction.Kind;
import org.quantplatform.model.Fundamental;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Market;
import org.quantplatform.spi.data.DataKind;
import org.quantplatform.spi.data.DataRequest;
import org.quantplatform.spi.data.DataSource;
import org.quantplatform.testkit.FakeDataSink;

/** What is peculiar to this provider. */
class AkShareSourceTest {

    private static final LocalDate FIRST = LocalDate.of(2023, 1, 3);
    private static final LocalDate LAST = LocalDate.of(2023, 3, 31);

    private EastmoneyProvider eastmoney;
    private AkToolsProvider tools;

    @BeforeEach
    void start() {
        eastmoney = new EastmoneyProvider(0, Sources.CHINA, Clock.systemUTC());
        eastmoney.start();
        tools = new AkToolsProvider(0, Sources.CHINA, Clock.systemUTC());
        tools.start();
    }

    @AfterEach
    void stop() {
        eastmoney.close();
        tools.close();
    }

    private static Company company(int number) {
        return Sources.CHINA.company(number);
    }

    private static FakeDataSink fetched(
            DataSource source, DataKind kind, LocalDate first, LocalDate last, String... tickers) throws IOException {
        FakeDataSink sink = FakeDataSink.patient();
        source.fetch(
                new DataRequest(Set.of(kind), Set.of(Market.CN), List.of(tickers), first, last, Map.of(), List.of()),
                sink);
        return sink;
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text.replace('\'', '"'));
    }

    private List<Call> calls(String path) {
        return eastmoney.counters().calls().stream()
                .filter(call -> call.path().equals(path))
                .toList();
    }

    @Test
    @DisplayName("AK 1. reads open, close, high, low in this order, and lots as a hundred shares")
    void readsCandles() throws IOException {
        Bars<LocalDate> bars = Klines.days(
                json("{'rc':0,'data':{'code':'601872','market':1,'klines':["
                        + "'2024-12-18,6.11,6.18,6.28,6.10,842743,542829495.00']}}"),
                new SecurityId(1, "601872"));
        assertThat(bars.good())
                .containsExactly(new Bar<>(LocalDate.of(2024, 12, 18), 6.11, 6.28, 6.10, 6.18, 842743, 542829495));
        assertThat(bars.good().get(0).values(100).volume()).isEqualTo(84_274_300);
        assertThat(bars.good().get(0).unitFits(100)).isTrue();
        assertThat(bars.good().get(0).unitFits(1)).isFalse();
    }

    @Test
    @DisplayName("AK 2. asks for the columns that it reads, for raw prices, and by the number of the exchange")
    void asksForWhatItReads() throws IOException {
        fetched(
                Sources.source(eastmoney),
                DataKind.DAILY_BARS,
                FIRST,
                LAST,
                company(0).ticker(),
                company(1).ticker());
        assertThat(calls("/api/qt/stock/kline/get"))
                .allMatch(call -> call.query().get("fields2").equals("f51,f52,f53,f54,f55,f56,f57")
                        && call.query().get("fqt").equals("0")
                        && !call.query().containsKey("cb"));
        assertThat(calls("/api/qt/stock/kline/get").stream()
                        .map(call -> call.query().get("secid")))
                .containsExactly("0." + company(1).ticker(), "1." + company(0).ticker());
        assertThat(calls("/api/qt/stock/kline/get"))
                .allMatch(call -> call.header("referer").orElse("").equals("https://quote.eastmoney.com/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'rc':0,'data':null}", "{'rc':0}"})
    @DisplayName("AK 3. an answer without data means that nobody knows the ticker")
    void knowsNothingOfUnknownTickers(String text) throws IOException {
        Bars<LocalDate> bars = Klines.days(json(text), new SecurityId(1, "601872"));
        assertThat(bars.good()).isEmpty();
        assertThat(bars.faults()).containsExactly(new Bars.Fault("", "unknown ticker"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",'klines':[]", ",'klines':null"})
    @DisplayName("AK 4. a share without candles in the range has none, and that is no error")
    void hasNoCandles(String candles) throws IOException {
        Bars<LocalDate> bars = Klines.days(
                json("{'rc':0,'data':{'code':'601872','market':1" + candles + "}}"), new SecurityId(1, "601872"));
        assertThat(bars.good()).isEmpty();
        assertThat(bars.faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'rc':102,'data':null}",
                "{'data':{'code':'601872','market':1,'klines':[]}}",
                "{'rc':0,'data':{'code':'000001','market':1,'klines':[]}}",
                "{'rc':0,'data':{'code':'601872','market':0,'klines':[]}}",
                "{'rc':0,'data':{'code':'601872','market':1,'klines':'none'}}"
            })
    @DisplayName("AK 5. an answer that is none, or about another share, is an error")
    void distrustsOtherAnswers(String text) {
        assertThatThrownBy(() -> Klines.days(json(text), new SecurityId(1, "601872")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("601872");
    }

    @Test
    @DisplayName("AK 6. rows of another length, with another order or unreadable, are refused one by one")
    void refusesUnreadableRows() throws IOException {
        Bars<LocalDate> bars = Klines.days(
                json("{'rc':0,'data':{'code':'601872','market':1,'klines':['2024-12-18,6.11,6.18,6.28',"
                        + "'2024-12-19,6.11,x,6.28,6.10,842743,542829495.00','18.12.2024,1,1,1,1,1,1',"
                        + "'2024-12-20,6.11,6.18,6.28,6.10,8,9','2024-12-20,6.11,6.19,6.28,6.10,8,9',"
                        + "'2024-12-23,-,-,-,-,-,-']}}"),
                new SecurityId(1, "601872"));
        assertThat(bars.faults())
                .containsExactly(
                        new Bars.Fault("2024-12-18", "4 values in place of 7"),
                        new Bars.Fault("2024-12-19", "unreadable close"),
                        new Bars.Fault("18.12.2024", "unknown date"),
                        new Bars.Fault("2024-12-20", "contradicting rows"));
        assertThat(bars.good()).singleElement().satisfies(bar -> assertThat(bar.close())
                .isNaN());
    }

    @Test
    @DisplayName("AK 7. a volume that does not fit the turnover is refused, not multiplied")
    void refusesAnotherUnit() {
        LocalDate day = LocalDate.of(2024, 12, 18);
        assertThat(new Bar<>(day, 10, 10.5, 9.5, 10, 84_274_300, 842_743_000).unitFits(100))
                .isFalse();
        assertThat(new Bar<>(day, 10, 10.5, 9.5, 10, 842_743, 842_743_000).unitFits(100))
                .isTrue();
        assertThat(new Bar<>(day, 10, 10.5, 9.5, 10, 1, 1_999).unitFits(100)).isTrue();
        assertThat(new Bar<>(day, 10, 10.5, 9.5, 10, 0, 0).unitFits(100)).isTrue();
    }

    @Test
    @DisplayName("AK 8. lists all shares in pages of a hundred, with their exchange")
    void listsShares() throws IOException {
        World many = World.of(Country.CN, 250);
        try (EastmoneyProvider server = new EastmoneyProvider(0, many, Clock.systemUTC())) {
            server.start();
            FakeDataSink sink = fetched(Sources.source(server), DataKind.INSTRUMENTS, null, null);
            long listed = many.companies().stream()
                    .filter(company -> company.last() == null)
                    .count();
            assertThat(sink.instruments()).hasSize((int) listed);
            assertThat(server.counters().of("/api/qt/clist/get")).isEqualTo((listed + 99) / 100);
            Company first = many.company(0);
            assertThat(sink.instruments())
                    .filteredOn(instrument -> instrument.ticker().equals(first.ticker()))
                    .containsExactly(new Instrument(
                            Market.CN,
                            first.ticker(),
                            "XSHG",
                            first.name(),
                            AssetType.STOCK,
                            null,
                            "CNY",
                            null,
                            null,
                            false));
            server.faults().every(Fault.DUPLICATE_PAGES, 1);
            assertThatThrownBy(() -> fetched(Sources.source(server), DataKind.INSTRUMENTS, null, null))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("a page came twice");
        }
    }

    @Test
    @DisplayName("AK 9. knows the exchange of a share by its number")
    void knowsExchanges() {
        assertThat(List.of("600000", "688981", "000001", "300750", "430047", "920001").stream()
                        .map(ticker -> SecurityId.of(ticker).orElseThrow())
                        .map(share -> share + " " + share.exchange() + " " + share.withExchange()))
                .containsExactly(
                        "1.600000 XSHG 600000.SH",
                        "1.688981 XSHG 688981.SH",
                        "0.000001 XSHE 000001.SZ",
                        "0.300750 XSHE 300750.SZ",
                        "0.430047 BJSE 430047.BJ",
                        "0.920001 BJSE 920001.BJ");
        assertThat(SecurityId.of("AAPL")).isEmpty();
        assertThat(SecurityId.of("600000\")(X=\"1")).isEmpty();
    }

    @Test
    @DisplayName(
            "AK 10. ten shares that get three and twelve yuan make a split of 1.3 and 0.9231 yuan for each share after"
                    + " it")
    void takesDistributionsApart() {
        LocalDate exDate = LocalDate.of(2024, 6, 14);
        List<CorporateAction> actions = new Distribution("600000", exDate, 3, 12).actions();
        assertThat(actions)
                .containsExactly(
                        new CorporateAction(Market.CN, "600000", exDate, Kind.SPLIT, 1.3),
                        new CorporateAction(Market.CN, "600000", exDate, Kind.DIVIDEND, 1.2 / 1.3));
        double before = 20;
        double exchangeRule = (before - 1.2) / 1.3;
        assertThat(before / actions.get(0).value() - actions.get(1).value()).isCloseTo(exchangeRule, within(1e-12));
    }

    @Test
    @DisplayName("AK 11. what was only proposed, or gives nothing, is no action; a row that comes twice counts once")
    void leavesProposals() throws JsonProcessingException {
        List<JsonNode> rows = List.of(
                gift("null", "2", "1", "董事会预案"),
                gift("'2024-06-14 00:00:00'", "null", "3.21", "实施分配"),
                gift("'2024-06-14 00:00:00'", "null", "3.21", "实施分配"),
                gift("'2023-06-14 00:00:00'", "'x'", "3.21", "实施分配"));
        List<String> refused = new ArrayList<>();
        assertThat(actions(rows, refused))
                .containsExactly(
                        new CorporateAction(Market.CN, "600000", LocalDate.of(2024, 6, 14), Kind.DIVIDEND, 3.21 / 10));
        assertThat(refused).containsExactly("2023-06-14 00:00:00 unreadable BONUS_IT_RATIO");
    }

    private static List<CorporateAction> actions(List<JsonNode> rows, List<String> refused) {
        return Rows.distributions(
                        new SecurityId(1, "600000"),
                        rows,
                        new Rows.Names(
                                "REPORT_DATE",
                                "EX_DIVIDEND_DATE",
                                "BONUS_IT_RATIO",
                                "PRETAX_BONUS_RMB",
                                "ASSIGN_PROGRESS"),
                        (day, reason) -> refused.add(day + " " + reason))
                .stream()
                .flatMap(distribution -> distribution.actions().stream())
                .toList();
    }

    private static JsonNode giftOf(String period, String shares, String cash) throws JsonProcessingException {
        ObjectNode row = (ObjectNode) gift("'2024-06-14 00:00:00'", shares, cash, "实施分配");
        return row.put("REPORT_DATE", period + " 00:00:00");
    }

    @Test
    @DisplayName("AK 18. gifts of one ex-date add up on the old shares, so that the first price is the exchange's")
    void addsUpWhatFallsOnOneDay() throws JsonProcessingException {
        List<CorporateAction> actions = actions(
                List.of(
                        giftOf("2023-12-31", "3", "10"),
                        giftOf("2024-03-31", "2", "0.5"),
                        giftOf("2024-03-31", "2", "0.5"),
                        giftOf("2024-06-30", "null", "0.5")),
                new ArrayList<>());
        LocalDate exDate = LocalDate.of(2024, 6, 14);
        assertThat(actions)
                .containsExactly(
                        new CorporateAction(Market.CN, "600000", exDate, Kind.SPLIT, 1.5),
                        new CorporateAction(Market.CN, "600000", exDate, Kind.DIVIDEND, 1.1 / 1.5));
        double before = 20;
        assertThat(before / actions.get(0).value() - actions.get(1).value())
                .isCloseTo((before - 1.1) / (1 + 0.3 + 0.2), within(1e-12));
    }

    @Test
    @DisplayName("AK 12. walks through tables page by page, and notices one that comes twice")
    void walksThroughTables() throws IOException {
        FakeDataSink sink = fetched(
                Sources.source(eastmoney),
                DataKind.CORPORATE_ACTIONS,
                LocalDate.of(2015, 1, 1),
                LocalDate.of(2024, 12, 31),
                company(0).ticker());
        long paid = company(0).dividends().stream()
                .filter(dividend -> dividend.exDate().getYear() < 2025)
                .count();
        assertThat(sink.actions()).hasSize((int) paid);
        assertThat(calls("/api/data/v1/get")).hasSizeGreaterThan(3);
        eastmoney.faults().every(Fault.DUPLICATE_PAGES, 2);
        assertThatThrownBy(() -> fetched(
                        Sources.source(eastmoney),
                        DataKind.CORPORATE_ACTIONS,
                        LocalDate.of(2015, 1, 1),
                        LocalDate.of(2024, 12, 31),
                        company(0).ticker()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("twice");
    }

    @Test
    @DisplayName("AK 13. a company that gave nothing has an empty table, and that is no error")
    void acceptsEmptyTables() throws IOException {
        FakeDataSink sink = fetched(
                Sources.source(eastmoney),
                DataKind.CORPORATE_ACTIONS,
                FIRST,
                LAST,
                company(5).ticker());
        assertThat(sink.actions()).isEmpty();
        assertThat(sink.refusals()).isEmpty();
    }

    @Test
    @DisplayName("AK 14. quarters are differences within the year, known when both parts are")
    void takesAccountsApart() throws JsonProcessingException {
        List<JsonNode> rows = List.of(
                account("2024-09-30", "2024-10-25", "6e8"),
                account("2024-06-30", "2024-11-02", "3.5e8"),
                account("2024-03-31", "2024-04-25", "1e8"),
                account("2023-12-31", "2024-04-20", "9e8"),
                json("{'REPORT_DATE':'2025-03-31 00:00:00','NOTICE_DATE':null,'TOTALOPERATEREVE':9e8}"),
                account("2022-12-31", "2022-04-20", "9e8"));
        List<String> refused = new ArrayList<>();
        List<Fundamental> facts = new ArrayList<>();
        Report.deliver("600000", Rows.reports(rows, (day, reason) -> refused.add(day + " " + reason)), facts::add);
        assertThat(facts)
                .containsExactly(
                        fact("revenue_fy", "2023-12-31", "2024-04-20", 9e8),
                        fact("revenue", "2024-03-31", "2024-04-25", 1e8),
                        fact("revenue", "2024-06-30", "2024-11-02", 2.5e8),
                        fact("revenue", "2024-09-30", "2024-11-02", 2.5e8));
        assertThat(refused).containsExactly("2022-12-31 00:00:00 published before its period ended");
    }

    private static JsonNode gift(String exDate, String shares, String cash, String progress)
            throws JsonProcessingException {
        return json("{'EX_DIVIDEND_DATE':" + exDate + ",'BONUS_IT_RATIO':" + shares + ",'PRETAX_BONUS_RMB':" + cash
                + ",'ASSIGN_PROGRESS':'" + progress + "'}");
    }

    private static JsonNode account(String end, String announced, String revenue) throws JsonProcessingException {
        return json("{'REPORT_DATE':'" + end + " 00:00:00','NOTICE_DATE':'" + announced
                + " 00:00:00','PARENTNETPROFIT':null,'TOTALOPERATEREVE':" + revenue + "}");
    }

    private static Fundamental fact(String item, String end, String published, double value) {
        return new Fundamental(Market.CN, "600000", item, LocalDate.parse(end), LocalDate.parse(published), value);
    }

    @Test
    @DisplayName("AK 15. who asks too much gets no answer at all, which ends with an error that says so")
    void endsWhenShutOut() {
        try (EastmoneyProvider server = new EastmoneyProvider(0, Sources.CHINA, Clock.systemUTC(), 10)) {
            server.start();
            String[] tickers =
                    Sources.CHINA.companies().stream().map(Company::ticker).toArray(String[]::new);
            assertThatThrownBy(() -> fetched(Sources.source(server), DataKind.DAILY_BARS, FIRST, LAST, tickers))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("did not answer in 5 attempts");
            assertThat(server.counters().total()).isLessThan(25);
        }
    }

    @Test
    @DisplayName("AK 16. a connection that is reset each hundred requests costs nothing but time")
    void survivesResets() throws IOException {
        eastmoney.faults().every(Fault.DROPPED, 100);
        World many = Sources.CHINA;
        String[] tickers = many.companies().stream().map(Company::ticker).toArray(String[]::new);
        for (int round = 0; round < 4; round++) {
            FakeDataSink sink = fetched(Sources.source(eastmoney), DataKind.DAILY_BARS, FIRST, LAST, tickers);
            long known = many.companies().stream()
                    .mapToLong(company -> company.bars(FIRST, LAST).size())
                    .sum();
            assertThat(sink.bars()).hasSize((int) known);
        }
        assertThat(eastmoney.counters().total()).isGreaterThan(160);
    }

    @Test
    @DisplayName("AK 17. the bar of today is live during the session and is left for later")
    void leavesTodayForLater() throws IOException {
        LocalDate day = LocalDate.of(2026, 11, 20);
        Clock before = Clock.fixed(Instant.parse("2026-11-20T07:59:00Z"), ZoneOffset.UTC);
        Clock after = Clock.fixed(Instant.parse("2026-11-20T08:01:00Z"), ZoneOffset.UTC);
        assertThat(daysKnown(before, day)).containsExactly(day.minusDays(1));
        assertThat(daysKnown(after, day)).containsExactly(day.minusDays(1), day);
        assertThat(Sources.source(eastmoney).finalAt(Market.CN)).contains(LocalTime.of(16, 0));
    }

    private List<LocalDate> daysKnown(Clock clock, LocalDate day) throws IOException {
        AkShareSetup.Patience patience = new AkShareSetup.Patience(2, Duration.ofMillis(1), Duration.ofSeconds(60));
        AkShareSource source = new AkShareSource(
                new AkShareSetup("akshare", Eastmoney.Hosts.all(eastmoney.address()), null, 0, patience), clock);
        return fetched(
                        source,
                        DataKind.DAILY_BARS,
                        day.minusDays(1),
                        day,
                        company(5).ticker())
                .bars()
                .stream()
                .map(FakeDataSink.Bar::date)
                .toList();
    }

    @Test
    @DisplayName("AK 20. Eastmoney and AKTools tell the same of a share")
    void tellTheSame() throws IOException {
        for (DataKind kind : List.of(DataKind.DAILY_BARS, DataKind.CORPORATE_ACTIONS, DataKind.FUNDAMENTALS)) {
            LocalDate from = LocalDate.of(2020, 1, 1);
            String ticker = company(1).ticker();
            FakeDataSink direct = fetched(Sources.source(eastmoney), kind, from, LAST, ticker);
            FakeDataSink through = fetched(Sources.source(tools), kind, from, LAST, ticker);
            assertThat(through.size()).isPositive();
            assertThat(through.lines()).isEqualTo(direct.lines());
        }
        assertThat(fetched(Sources.source(tools), DataKind.INSTRUMENTS, null, null)
                        .lines())
                .isEqualTo(fetched(Sources.source(eastmoney), DataKind.INSTRUMENTS, null, null)
                        .lines());
    }

    @Test
    @DisplayName("AK 21. of AKTools asks only for functions that it knows, with digits and names of its own")
    void asksForKnownFunctionsOnly() throws IOException {
        fetched(
                Sources.source(tools),
                DataKind.DAILY_BARS,
                FIRST,
                LAST,
                company(0).ticker(),
                "\");import os;(\"");
        assertThat(tools.counters().calls())
                .hasSize(1)
                .allMatch(call -> call.path().equals("/api/public/stock_zh_a_hist")
                        && call.query().values().stream().allMatch(value -> value.matches("[0-9]*|daily")));
    }

    @Test
    @DisplayName("AK 22. a table that fails, which an empty one also does, is told and not taken for nothing")
    void tellsWhatFailed() throws IOException {
        FakeDataSink sink = fetched(
                Sources.source(tools),
                DataKind.CORPORATE_ACTIONS,
                FIRST,
                LAST,
                company(5).ticker());
        assertThat(sink.refusals()).singleElement().satisfies(refusal -> assertThat(refusal.reason())
                .startsWith("no distributions: AKTools failed"));
    }

    @Test
    @DisplayName("AK 23. days may be written as earlier versions of AKTools did")
    void readsOldDates() throws IOException {
        try (AkToolsProvider old = new AkToolsProvider(0, Sources.CHINA, Clock.systemUTC(), Duration.ZERO, true)) {
            old.start();
            assertThat(fetched(
                                    Sources.source(old),
                                    DataKind.DAILY_BARS,
                                    FIRST,
                                    LAST,
                                    company(5).ticker())
                            .bars())
                    .hasSameSizeAs(company(5).bars(FIRST, LAST));
        }
        assertThat(
                        List.of(
                                        "2021-11-09",
                                        "2021-11-09T00:00:00.000",
                                        "2021-11-09T00:00:00.000Z",
                                        "2021-11-09 00:00:00")
                                .stream()
                                .map(Cells::day))
                .containsOnly(LocalDate.of(2021, 11, 9));
        assertThatThrownBy(() -> Cells.day("2021-11-09T15:00:00.000")).hasMessage("unknown date");
        assertThatThrownBy(() -> Cells.day("2021-02-30")).hasMessage("unknown date");
    }

    @Test
    @DisplayName("AK 24. a server that is slow is waited for")
    void waitsForSlowServers() throws IOException {
        try (AkToolsProvider slow =
                new AkToolsProvider(0, Sources.CHINA, Clock.systemUTC(), Duration.ofSeconds(2), false)) {
            slow.start();
            assertThat(fetched(
                                    Sources.source(slow),
                                    DataKind.DAILY_BARS,
                                    FIRST,
                                    LAST,
                                    company(5).ticker())
                            .bars())
                    .hasSameSizeAs(company(5).bars(FIRST, LAST));
        }
    }

    @Test
    @DisplayName("AK 25. a server that is not there, or that lacks a function, ends with an error that says what to do")
    void endsWithoutServer() {
        DataSource nobody = Sources.source(URI.create("http://127.0.0.1:1"), URI.create("http://127.0.0.1:1"), 2);
        assertThatThrownBy(() -> fetched(
                        nobody, DataKind.DAILY_BARS, FIRST, LAST, company(5).ticker()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("akshare did not answer in 2 attempts");
        DataSource other = Sources.source(URI.create("http://127.0.0.1:1"), URI.create(tools.address() + "/v0"), 2);
        assertThatThrownBy(() -> fetched(
                        other, DataKind.DAILY_BARS, FIRST, LAST, company(5).ticker()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("404");
    }
}
