package org.quantplatform.source.kis.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.quantplatform.fakes.Call;
import org.quantplatform.fakes.Company;
import org.quantplatform.fakes.Faults.Fault;
import org.quantplatform.fakes.kis.KisProvider;
import org.quantplatform.model.AssetType;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.Fundamental;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Market;
import org.quantplatform.source.http.Secret;
import org.quantplatform.spi.data.DataKind;
import org.quantplatform.spi.data.DataRequest;
import org.quantplatform.spi.data.KeyRefused;
import org.quantplatform.spi.data.MinuteRequest;
import org.quantplatform.testkit.FakeDataSink;
import org.quantplatform.testkit.FakeMinuteSink;

/** What is peculiar to this provider, over HTTP. */
class KisSourceTest {

    private static final LocalDate FIRST = LocalDate.of(2023, 1, 2);
    private static final LocalDate LAST = LocalDate.of(2023, 12, 31);

    private KisProvider server;

    @BeforeEach
    void start() {
        server = Sources.server(Sources.UNLIMITED);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static Company korean(int number) {
        return Sources.KOREA.company(number);
    }

    private static DataRequest request(
            DataKind kind, Market market, LocalDate first, LocalDate last, String... tickers) {
        return new DataRequest(Set.of(kind), Set.of(market), List.of(tickers), first, last, Map.of(), List.of());
    }

    private FakeDataSink fetched(DataRequest request) throws IOException {
        FakeDataSink sink = FakeDataSink.patient();
        Sources.source(server).fetch(request, sink);
        return sink;
    }

    private FakeDataSink bars(Company company) throws IOException {
        return fetched(request(DataKind.DAILY_BARS, Market.KR, FIRST, LAST, company.ticker()));
    }

    private List<Call> calls(String number) {
        return server.counters().calls().stream()
                .filter(call -> call.header("tr_id").orElse("").equals(number))
                .toList();
    }

    @Test
    @DisplayName("KIS 11. asks for pages of a hundred, each ending the day before the last one began")
    void walksBackwards() throws IOException {
        List<Company.Bar> known = korean(5).bars(FIRST, LAST);
        assertThat(bars(korean(5)).bars()).hasSize(known.size());
        List<String> ends = calls("FHKST03010100").stream()
                .map(call -> call.query().get("FID_INPUT_DATE_2"))
                .toList();
        assertThat(ends)
                .containsExactly(
                        "20231231",
                        Cells.written(known.get(known.size() - 100).date().minusDays(1)),
                        Cells.written(known.get(known.size() - 200).date().minusDays(1)));
    }

    @Test
    @DisplayName("KIS 12. asks for prices as they were traded, which is 1 in Korea and 0 abroad")
    void asksForRawPrices() throws IOException {
        bars(korean(1));
        Company american = Sources.AMERICA.company(1);
        fetched(request(DataKind.DAILY_BARS, Market.US, FIRST, LAST, american.ticker()));
        assertThat(calls("FHKST03010100"))
                .isNotEmpty()
                .allMatch(call -> call.query().get("FID_ORG_ADJ_PRC").equals("1"));
        assertThat(calls("HHDFS76240000"))
                .isNotEmpty()
                .allMatch(call -> call.query().get("MODP").equals("0"));
    }

    @Test
    @DisplayName("KIS 13. abroad takes the exchange from the lists, and of a filled-up page the rows that count")
    void deliversSharesAbroad() throws IOException {
        LocalDate listed = LocalDate.of(2022, 3, 14);
        Company young = Sources.AMERICA.company(3);
        Company old = Sources.AMERICA.company(4);
        FakeDataSink sink =
                fetched(request(DataKind.DAILY_BARS, Market.US, listed, LAST, young.ticker(), old.ticker(), "NOSUCH"));
        assertThat(sink.bars())
                .hasSize(
                        young.bars(listed, LAST).size() + old.bars(listed, LAST).size());
        assertThat(sink.bars().get(0).values().close())
                .isEqualTo(young.bars(listed, LAST).get(0).close());
        assertThat(sink.refusals()).singleElement().satisfies(refusal -> assertThat(
                        refusal.ticker() + ": " + refusal.reason())
                .isEqualTo("NOSUCH: not in the lists of US"));
        assertThat(calls("HHDFS76240000").stream().map(call -> call.query().get("EXCD")))
                .contains("NAS", "NYS");
    }

    @Test
    @DisplayName("KIS 14. an unknown code, which is answered with success and a price of nothing, is refused by name")
    void refusesUnknownCodes() throws IOException {
        FakeDataSink sink = fetched(request(DataKind.DAILY_BARS, Market.KR, FIRST, LAST, "999999"));
        assertThat(sink.bars()).isEmpty();
        assertThat(sink.refusals()).singleElement().satisfies(refusal -> assertThat(refusal.reason())
                .isEqualTo("unknown ticker"));
    }

    @Test
    @DisplayName("KIS 15. goes on with another token when the one it has ends in mid-run")
    void renewsItsToken() throws IOException {
        PassingTime time = new PassingTime(Instant.now());
        try (KisProvider own = Sources.server(Sources.UNLIMITED, time)) {
            KisSource source = Sources.source(own);
            DataRequest request = request(
                    DataKind.DAILY_BARS, Market.KR, FIRST, LAST, korean(5).ticker());
            source.fetch(request, FakeDataSink.patient());
            time.pass(Duration.ofMinutes(2));
            own.expireTokens();
            FakeDataSink sink = FakeDataSink.patient();
            source.fetch(request, sink);
            assertThat(sink.bars()).hasSameSizeAs(korean(5).bars(FIRST, LAST));
            assertThat(own.counters().of("tokens")).isEqualTo(2);
        }
    }

    @Test
    @DisplayName("KIS 16. a key that is revoked in mid-run ends it with the provider's code")
    void endsWhenRevoked() throws IOException {
        bars(korean(5));
        server.faults().every(Fault.REVOKED_KEY, 1);
        assertThatThrownBy(() -> bars(korean(5)))
                .isInstanceOf(KeyRefused.class)
                .hasMessageContaining("EGW00103")
                .hasMessageNotContaining(KisProvider.KEY)
                .hasMessageNotContaining(KisProvider.SECRET);
    }

    @Test
    @DisplayName("KIS 17. full speed comes as HTTP 500 and makes it slower, not wrong")
    void slowsDown() throws IOException {
        try (KisProvider limited = Sources.server(KisProvider.Setup.REAL)) {
            FakeDataSink sink = FakeDataSink.patient();
            String[] tickers = Sources.KOREA.companies().stream()
                    .limit(12)
                    .map(Company::ticker)
                    .toArray(String[]::new);
            Sources.source(limited).fetch(request(DataKind.DAILY_BARS, Market.KR, FIRST, LAST, tickers), sink);
            long known = Sources.KOREA.companies().stream()
                    .limit(12)
                    .mapToLong(company -> company.bars(FIRST, LAST).size())
                    .sum();
            assertThat(sink.bars()).hasSize((int) known);
        }
    }

    @Test
    @DisplayName("KIS 18. rows that are empty are passed over without losing the page after them")
    void passesOverEmptyRows() throws IOException {
        server.faults().every(Fault.NULL_ROWS, 7);
        LocalDate first = LocalDate.of(2021, 1, 4);
        FakeDataSink sink = fetched(
                request(DataKind.DAILY_BARS, Market.KR, first, LAST, korean(5).ticker()));
        int known = korean(5).bars(first, LAST).size();
        assertThat(sink.bars()).hasSizeBetween(known * 6 / 7 - 10, known * 6 / 7 + 10);
        assertThat(sink.bars().get(0).date()).isBefore(first.plusDays(10));
    }

    @Test
    @DisplayName("KIS 19. a page that comes twice is an error that says so")
    void noticesPagesThatComeTwice() {
        server.faults().every(Fault.DUPLICATE_PAGES, 1);
        assertThatThrownBy(() -> bars(korean(5)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> fetched(request(
                        DataKind.CORPORATE_ACTIONS, Market.KR, LocalDate.of(2016, 1, 1), LocalDate.of(2025, 1, 1))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("twice");
    }

    @Test
    @DisplayName("KIS 20. a connection that is reset each hundred requests costs nothing but time")
    void survivesResets() throws IOException {
        server.faults().every(Fault.DROPPED, 100);
        String[] tickers =
                Sources.KOREA.companies().stream().map(Company::ticker).toArray(String[]::new);
        FakeDataSink sink = fetched(request(DataKind.DAILY_BARS, Market.KR, LocalDate.of(2021, 1, 4), LAST, tickers));
        long known = Sources.KOREA.companies().stream()
                .mapToLong(
                        company -> company.bars(LocalDate.of(2021, 1, 4), LAST).size())
                .sum();
        assertThat(server.counters().total()).isGreaterThan(200);
        assertThat(sink.bars()).hasSize((int) known);
    }

    @Test
    @DisplayName("KIS 21. bars that contain what traded after the session are passed on as they are stated")
    void passesOnAfterMarketBars() throws IOException {
        Clock clock = Clock.fixed(Instant.parse("2026-11-20T13:00:00Z"), ZoneOffset.UTC);
        try (KisProvider late = Sources.server(new KisProvider.Setup(false, 0, true))) {
            FakeDataSink sink = FakeDataSink.patient();
            DataRequest request = request(
                    DataKind.DAILY_BARS,
                    Market.KR,
                    LocalDate.of(2026, 9, 10),
                    LocalDate.of(2026, 9, 18),
                    korean(5).ticker());
            new KisSource(Sources.setup(late, null), clock).fetch(request, sink);
            double session =
                    korean(5).bar(LocalDate.of(2026, 9, 15)).orElseThrow().close();
            assertThat(sink.bars())
                    .filteredOn(bar -> bar.date().equals(LocalDate.of(2026, 9, 15)))
                    .singleElement()
                    .satisfies(bar -> assertThat(bar.values().close()).isEqualTo(Math.rint(session * 1.01)));
        }
    }

    @Test
    @DisplayName("KIS 22. a day whose bar may still change is left for later")
    void leavesTodayForLater() throws IOException {
        LocalDate day = LocalDate.of(2026, 11, 20);
        DataRequest request = request(
                DataKind.DAILY_BARS, Market.KR, day.minusDays(1), day, korean(5).ticker());
        FakeDataSink during = FakeDataSink.patient();
        FakeDataSink after = FakeDataSink.patient();
        Clock evening = Clock.fixed(Instant.parse("2026-11-20T11:29:00Z"), ZoneOffset.UTC);
        Clock night = Clock.fixed(Instant.parse("2026-11-20T11:31:00Z"), ZoneOffset.UTC);
        new KisSource(Sources.setup(server, null), evening).fetch(request, during);
        KisSource source = new KisSource(Sources.setup(server, null), night);
        source.fetch(request, after);
        assertThat(source.finalAt(Market.KR)).contains(LocalTime.of(20, 30));
        assertThat(during.bars()).extracting(FakeDataSink.Bar::date).containsExactly(day.minusDays(1));
        assertThat(after.bars()).extracting(FakeDataSink.Bar::date).containsExactly(day.minusDays(1), day);
    }

    @Test
    @DisplayName("KIS 23. lists the instruments of both boards, without warrants and notes")
    void listsInstruments() throws IOException {
        FakeDataSink sink = fetched(request(DataKind.INSTRUMENTS, Market.KR, null, null));
        assertThat(sink.instruments()).hasSize((int) Sources.KOREA.companies().stream()
                .filter(company -> company.last() == null)
                .count());
        Company young = korean(3);
        assertThat(sink.instruments())
                .filteredOn(instrument -> instrument.ticker().equals(young.ticker()))
                .containsExactly(new Instrument(
                        Market.KR,
                        young.ticker(),
                        "XKOS",
                        "가상 " + young.name(),
                        AssetType.STOCK,
                        null,
                        "KRW",
                        young.first(),
                        null,
                        false));
    }

    @Test
    @DisplayName("KIS 24. lists shares and funds abroad with their exchange")
    void listsInstrumentsAbroad() throws IOException {
        FakeDataSink sink = fetched(request(DataKind.INSTRUMENTS, Market.US, null, null));
        assertThat(sink.instruments()).extracting(Instrument::exchange).contains("XNYS", "XNAS");
        assertThat(sink.instruments())
                .filteredOn(instrument -> instrument.type() == AssetType.ETF)
                .extracting(Instrument::ticker)
                .containsExactly("QETF");
        assertThat(sink.instruments()).extracting(Instrument::ticker).doesNotContain("QWAR", "QETN");
    }

    @Test
    @DisplayName("KIS 25. of all companies takes events page by page")
    void takesEventsPageByPage() throws IOException {
        FakeDataSink sink = fetched(
                request(DataKind.CORPORATE_ACTIONS, Market.KR, LocalDate.of(2020, 1, 1), LocalDate.of(2020, 12, 31)));
        long dividends = Sources.KOREA.companies().stream()
                .flatMap(company -> company.dividends().stream())
                .filter(paid -> paid.exDate().getYear() == 2020)
                .count();
        assertThat(sink.actions())
                .filteredOn(action -> action.kind() == CorporateAction.Kind.DIVIDEND)
                .hasSize((int) dividends);
        assertThat(sink.actions())
                .filteredOn(action -> action.kind() == CorporateAction.Kind.SPLIT)
                .hasSize(4)
                .allMatch(split -> split.value() == 4);
        assertThat(calls("HHKDB669102C0"))
                .anyMatch(call -> call.header("tr_cont").orElse("").equals("N"));
    }

    @Test
    @DisplayName(
            "KIS 32. an amount that is fixed after the ex-date comes when it is fixed, under the day that has passed")
    void takesLateAmountsUnderTheirExDate() throws IOException {
        Company late = korean(10);
        LocalDate exDate = late.dividends().get(36).exDate();
        assertThat(late.dividends().get(36).declared()).isEqualTo(exDate.plusDays(40));
        assertThat(actionsOn(exDate.plusDays(30), late, exDate)).isEmpty();
        assertThat(actionsOn(exDate.plusDays(41), late, exDate))
                .containsExactly(new CorporateAction(
                        Market.KR,
                        late.ticker(),
                        exDate,
                        CorporateAction.Kind.DIVIDEND,
                        late.dividends().get(36).amount()));
    }

    private static List<CorporateAction> actionsOn(LocalDate today, Company company, LocalDate exDate)
            throws IOException {
        Clock clock = Clock.fixed(today.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        try (KisProvider then = Sources.server(Sources.UNLIMITED, clock)) {
            FakeDataSink sink = FakeDataSink.patient();
            new KisSource(Sources.setup(then, null), clock)
                    .fetch(request(DataKind.CORPORATE_ACTIONS, Market.KR, exDate, exDate, company.ticker()), sink);
            return sink.actions();
        }
    }

    @Test
    @DisplayName("KIS 33. abroad goes on after a page of minutes that is not full, as long as there is more")
    void goesOnAfterShortPages() throws IOException {
        Company company = Sources.AMERICA.company(5);
        Clock clock = Clock.fixed(Instant.parse("2026-03-11T15:00:00Z"), ZoneOffset.UTC);
        try (KisProvider then = Sources.server(Sources.UNLIMITED, clock)) {
            FakeMinuteSink sink = FakeMinuteSink.patient();
            new KisSource(Sources.setup(then, null), clock)
                    .fetchMinutes(
                            new MinuteRequest(
                                    Market.US,
                                    List.of(company.ticker()),
                                    Instant.parse("2026-03-05T05:00:00Z"),
                                    Instant.parse("2026-03-10T04:00:00Z")),
                            sink);
            assertThat(sink.bars()).hasSize(3 * 390);
            List<String> keys = then.counters().calls().stream()
                    .filter(call -> call.path().endsWith("inquire-time-itemchartprice"))
                    .map(call -> call.query().get("KEYB"))
                    .toList();
            assertThat(keys)
                    .as("a minute before the oldest bar")
                    .startsWith(
                            "20260309235900", "20260309135900", "20260309115900", "20260309095900", "20260309092900");
        }
    }

    @Test
    @DisplayName("KIS 26. shares given for nothing are refused by name, since raw prices step with them")
    void refusesBonusIssues() throws IOException {
        FakeDataSink sink = fetched(request(
                DataKind.CORPORATE_ACTIONS,
                Market.KR,
                LocalDate.of(2021, 1, 1),
                LocalDate.of(2021, 12, 31),
                korean(9).ticker()));
        assertThat(sink.refusals()).singleElement().satisfies(refusal -> assertThat(
                        refusal.date() + " " + refusal.reason())
                .isEqualTo("2021-06-01 bonus issue: its ratio is not certain"));
    }

    @Test
    @DisplayName("KIS 27. quarters make up the year, and are known on the last day to file them")
    void takesAccountsApart() throws IOException {
        FakeDataSink sink = fetched(request(
                DataKind.FUNDAMENTALS,
                Market.KR,
                LocalDate.of(2023, 1, 1),
                LocalDate.of(2024, 12, 31),
                korean(5).ticker()));
        List<Fundamental> revenue = sink.fundamentals().stream()
                .filter(fact ->
                        fact.item().equals("revenue") && fact.periodEnd().getYear() == 2023)
                .toList();
        assertThat(revenue)
                .extracting(Fundamental::published)
                .containsExactly(
                        LocalDate.of(2023, 5, 15),
                        LocalDate.of(2023, 8, 14),
                        LocalDate.of(2023, 11, 14),
                        LocalDate.of(2024, 3, 30));
        double year = sink.fundamentals().stream()
                .filter(fact ->
                        fact.item().equals("revenue_fy") && fact.periodEnd().getYear() == 2023)
                .mapToDouble(Fundamental::value)
                .sum();
        assertThat(revenue.stream().mapToDouble(Fundamental::value).sum()).isEqualTo(year);
        double known = korean(5).reports().stream()
                .filter(report -> report.year() == 2023 && report.quarter() == 2)
                .mapToDouble(report -> report.items().get("revenue"))
                .sum();
        assertThat(revenue.get(1).value()).isCloseTo(known, within(1e6));
    }

    @Test
    @DisplayName("KIS 28. a paper account has neither events nor accounts, and says so")
    void tellsWhatPaperLacks() throws IOException {
        try (KisProvider paper = Sources.server(new KisProvider.Setup(true, 0, false))) {
            KisSetup setup = Sources.setup(paper, null);
            KisSource source = new KisSource(
                    new KisSetup(
                            "kis-paper",
                            new KisSetup.Place(
                                    paper.address(),
                                    paper.address(),
                                    setup.place().feed(),
                                    true,
                                    0,
                                    null),
                            setup.choice(),
                            setup.patience(),
                            setup.account()),
                    Clock.systemUTC());
            assertThat(source.capabilities().kinds()).containsOnly(DataKind.INSTRUMENTS, DataKind.DAILY_BARS);
            FakeDataSink sink = FakeDataSink.patient();
            source.fetch(
                    new DataRequest(
                            Set.of(DataKind.values()),
                            Set.of(Market.KR),
                            List.of(korean(0).ticker()),
                            FIRST,
                            LAST,
                            Map.of(),
                            List.of()),
                    sink);
            assertThat(sink.bars()).hasSameSizeAs(korean(0).bars(FIRST, LAST));
            assertThat(sink.actions()).isEmpty();
        }
    }

    @Test
    @DisplayName("KIS 29. two configured accounts have tokens of their own")
    void keepsAccountsApart() throws IOException {
        server.allow("PSother", "other secret");
        KisSetup setup = Sources.setup(server, null);
        KisSource other = new KisSource(
                new KisSetup(
                        "kis-other",
                        setup.place(),
                        setup.choice(),
                        setup.patience(),
                        () -> new Account(Secret.of("PSother"), Secret.of("other secret"))),
                Clock.systemUTC());
        bars(korean(5));
        FakeDataSink sink = FakeDataSink.patient();
        other.fetch(
                request(DataKind.DAILY_BARS, Market.KR, FIRST, LAST, korean(5).ticker()), sink);
        assertThat(sink.bars()).hasSameSizeAs(korean(5).bars(FIRST, LAST));
        assertThat(server.counters().of("tokens")).isEqualTo(2);
        assertThat(calls("FHKST03010100").stream()
                        .map(call -> call.header("authorization").orElse(""))
                        .distinct())
                .hasSize(2);
    }

    @Test
    @DisplayName("KIS 30. the host of the lists is given no key")
    void givesNoKeyToTheLists() throws IOException {
        fetched(request(DataKind.INSTRUMENTS, Market.KR, null, null));
        assertThat(server.counters().calls())
                .filteredOn(call -> call.path().startsWith("/common/"))
                .isNotEmpty()
                .allMatch(call -> call.header("appkey").isEmpty()
                        && call.header("authorization").isEmpty());
    }

    @Test
    @DisplayName("KIS 31. a list that is a web page, or cut short, ends with an error that names it")
    void endsOnListsThatAreNone() {
        server.faults().every(Fault.HTML, 1);
        DataRequest request = request(DataKind.INSTRUMENTS, Market.KR, null, null);
        assertThatThrownBy(() -> fetched(request))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("kospi_code");
        server.faults().clear();
        server.faults().every(Fault.TRUNCATED, 1);
        assertThatThrownBy(() -> fetched(request))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("kospi_code");
    }
}
