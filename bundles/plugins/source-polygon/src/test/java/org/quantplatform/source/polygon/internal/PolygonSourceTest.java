package org.quantplatform.source.polygon.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.junit.jupiter.api.Test;
import org.quantplatform.fakes.Call;
import org.quantplatform.fakes.Company;
import org.quantplatform.fakes.Country;
import org.quantplatform.fakes.World;
import org.quantplatform.fakes.polygon.PolygonProvider;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.Fundamental;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Market;
import org.quantplatform.source.http.ProviderRefusal;
import org.quantplatform.source.http.Secret;
import org.quantplatform.spi.data.DataKind;
import org.quantplatform.spi.data.DataRequest;
import org.quantplatform.testkit.FakeDataSink;

class PolygonSourceTest {

    private static final URI FEED = URI.create("ws://127.0.0.1:1/stocks");

    private static final int COMPANIES = 1_230;
    private static final World WORLD = World.of(Country.US, COMPANIES);

    /** A Wednesday, at noon in New York. */
    private static final Clock NOON = Clock.fixed(Instant.parse("2024-07-10T16:00:00Z"), ZoneOffset.UTC);

    private PolygonProvider server;

    @BeforeEach
    void start() {
        server = new PolygonProvider(0, WORLD, NOON);
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private FakeDataSink fetched(String key, Set<DataKind> kinds, List<String> tickers, Map<String, String> options)
            throws IOException {
        PolygonSource source = new PolygonSource(
                new PolygonSource.Access("polygon", server.address(), FEED, 0, () -> Secret.of(key)),
                new PolygonSource.Patience(2, Duration.ofMillis(1)),
                NOON);
        FakeDataSink sink = FakeDataSink.patient();
        source.fetch(new DataRequest(kinds, Set.of(Market.US), tickers, null, null, options, List.of()), sink);
        return sink;
    }

    private FakeDataSink fetched(DataKind kind, List<String> tickers, Map<String, String> options) throws IOException {
        return fetched(PolygonProvider.KEY, Set.of(kind), tickers, options);
    }

    @Test
    void listsAllTickersPageByPageWithoutLeakingTheKey() throws IOException {
        FakeDataSink sink = fetched(DataKind.INSTRUMENTS, List.of(), Map.of());
        assertThat(sink.instruments()).hasSize(COMPANIES).doesNotHaveDuplicates();
        List<Call> calls = server.counters().calls();
        assertThat(calls).hasSize(3);
        assertThat(calls).allMatch(call -> call.header("authorization").isPresent());
        assertThat(calls).noneMatch(call -> call.uri().toString().contains(PolygonProvider.KEY));
        assertThat(calls.get(1).query()).containsOnlyKeys("cursor");
    }

    @Test
    void tellsWhenAShareWasListedAndDelisted() throws IOException {
        List<String> tickers =
                List.of(WORLD.company(2).ticker(), WORLD.company(3).ticker());
        List<Instrument> found =
                fetched(DataKind.INSTRUMENTS, tickers, Map.of()).instruments();
        assertThat(found.get(0).delisted()).isEqualTo(LocalDate.of(2023, 6, 9));
        assertThat(found.get(1).listed()).isEqualTo(LocalDate.of(2022, 3, 14));
        assertThat(found.get(1).delisted()).isNull();
        assertThat(found.get(1).exchange()).isEqualTo("XNAS");
        assertThat(found.get(1).sector()).isEqualTo("Consumer staples");
    }

    @Test
    void looksManyTickersUpInTheLists() throws IOException {
        List<String> tickers = new ArrayList<>();
        WORLD.companies().stream().skip(1).map(Company::ticker).forEach(tickers::add);
        for (int i = 0; tickers.size() <= 200; i++) {
            tickers.add("NONE" + i);
        }

        FakeDataSink sink = fetched(DataKind.INSTRUMENTS, tickers, Map.of());

        assertThat(server.counters().total()).as("pages of the lists").isEqualTo(3);
        assertThat(sink.instruments())
                .extracting(Instrument::ticker)
                .hasSize(COMPANIES - 1)
                .isSubsetOf(tickers);
        assertThat(sink.refusals()).hasSize(tickers.size() - COMPANIES + 1).allMatch(refusal -> refusal.ticker()
                .startsWith("NONE"));
    }

    @Test
    void refusesUnknownTickersByName() throws IOException {
        FakeDataSink sink = fetched(DataKind.INSTRUMENTS, List.of("NOSUCH"), Map.of());
        assertThat(sink.refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.ticker()).isEqualTo("NOSUCH");
            assertThat(refusal.reason()).isEqualTo("the provider does not know it");
        });
    }

    @Test
    void asksDayByDayForTheWholeMarket() throws IOException {
        FakeDataSink sink = fetched(DataKind.DAILY_BARS, List.of(), Map.of("from", "2024-07-08", "to", "2024-07-09"));
        assertThat(server.counters().of("v2/aggs/grouped")).isEqualTo(2);
        assertThat(server.counters().of("v2/aggs/ticker")).isZero();
        long listed = WORLD.companies().stream()
                .filter(company -> company.bar(LocalDate.of(2024, 7, 9)).isPresent())
                .count();
        assertThat(sink.bars().stream().filter(bar -> bar.date().equals(LocalDate.of(2024, 7, 9))))
                .hasSize((int) listed);
    }

    @Test
    void asksTickerByTickerForFewOnes() throws IOException {
        fetched(DataKind.DAILY_BARS, List.of("QZAA", "QZAB"), Map.of("from", "2024-06-03", "to", "2024-07-09"));
        assertThat(server.counters().of("v2/aggs/grouped")).isZero();
        assertThat(server.counters().of("v2/aggs/ticker")).isEqualTo(2);
    }

    @Test
    void leavesOutTheDayThatIsNotOver() throws IOException {
        FakeDataSink sink = fetched(DataKind.DAILY_BARS, List.of("QZAA"), Map.of("from", "2024-07-08"));
        assertThat(sink.bars())
                .extracting(FakeDataSink.Bar::date)
                .containsExactly(LocalDate.of(2024, 7, 8), LocalDate.of(2024, 7, 9));
        assertThat(Sources.source(server, NOON).finalAt(Market.US)).contains(LocalTime.of(20, 30));
    }

    @Test
    void deliversASplitOnceThoughItComesTwice() throws IOException {
        FakeDataSink sink = fetched(DataKind.CORPORATE_ACTIONS, List.of("QZAB"), Map.of("from", "2019-01-01"));
        assertThat(sink.actions().stream().filter(action -> action.kind() == CorporateAction.Kind.SPLIT))
                .extracting(CorporateAction::value)
                .containsExactly(4.0, 0.5);
    }

    @Test
    void asksForActionsOfAllSharesWhereThatTakesFewerRequests() throws IOException {
        Map<String, String> week = Map.of("from", "2024-06-10", "to", "2024-06-14");
        List<String> some = List.of("QZAB", "QZAC", "QZAD");
        FakeDataSink sink = fetched(DataKind.CORPORATE_ACTIONS, some, week);
        assertThat(server.counters().of("v3/reference/splits")).isEqualTo(1);
        assertThat(sink.actions()).extracting(CorporateAction::ticker).containsOnly("QZAB");

        fetched(DataKind.CORPORATE_ACTIONS, some, Map.of("from", "2023-06-10", "to", "2024-06-14"));
        assertThat(server.counters().of("v3/reference/splits")).isEqualTo(1 + some.size());
    }

    @Test
    void deliversAccountsWithTheDayOfTheirFilingAndRefusesThoseWithoutOne() throws IOException {
        FakeDataSink sink =
                fetched(DataKind.FUNDAMENTALS, List.of("QZAF"), Map.of("from", "2023-01-01", "to", "2023-12-31"));
        List<Fundamental> revenue = sink.fundamentals().stream()
                .filter(item -> item.item().equals("revenue"))
                .toList();
        assertThat(revenue)
                .extracting(Fundamental::periodEnd)
                .containsExactly(LocalDate.of(2023, 3, 31), LocalDate.of(2023, 6, 30), LocalDate.of(2023, 9, 30));
        WORLD.company(5).reports().stream()
                .filter(report -> report.end().equals(LocalDate.of(2023, 3, 31)))
                .forEach(report -> {
                    assertThat(revenue.get(0).published()).isEqualTo(report.filed());
                    assertThat(revenue.get(0).value()).isEqualTo(report.items().get("revenue"));
                });
        double year = WORLD.company(5).reports().stream()
                .filter(report -> report.year() == 2022)
                .mapToDouble(report -> report.items().get("revenue"))
                .sum();
        assertThat(sink.fundamentals())
                .filteredOn(item -> item.item().equals("revenue_fy"))
                .singleElement()
                .satisfies(item -> assertThat(item.value()).isEqualTo(year));
        assertThat(sink.refusals()).singleElement().satisfies(refusal -> assertThat(refusal.reason())
                .isEqualTo("accounts without a filing date"));
    }

    @Test
    void takesAccountsOfTheWholeMarketByTheDayOfTheirFiling() throws IOException {
        Map<String, String> week = Map.of("from", "2024-05-06", "to", "2024-05-10");
        FakeDataSink sink = fetched(DataKind.FUNDAMENTALS, List.of(), week);
        long filed = WORLD.companies().stream()
                .flatMap(company -> company.reports().stream())
                .filter(report -> report.end().equals(LocalDate.of(2024, 3, 31)))
                .filter(report -> !report.filed().isBefore(LocalDate.of(2024, 5, 6))
                        && !report.filed().isAfter(LocalDate.of(2024, 5, 10)))
                .count();
        assertThat(sink.fundamentals().stream().filter(fact -> fact.item().equals("revenue")))
                .hasSize((int) filed)
                .isNotEmpty();
        assertThat(sink.refusals()).isEmpty();
    }

    @Test
    void saysWhatThePlanDoesNotHold() {
        assertThatThrownBy(() -> fetched(
                        PolygonProvider.FREE_KEY,
                        Set.of(DataKind.DAILY_BARS),
                        List.of("QZAA"),
                        Map.of("from", "2020-01-02", "to", "2024-01-02")))
                .isInstanceOf(ProviderRefusal.class)
                .hasMessageContaining("Your plan doesn't include this data timeframe.")
                .satisfies(e -> assertThat(((ProviderRefusal) e).code()).isEqualTo("not_in_plan"));
    }

    @Test
    void refusesWrongOptionsByName() {
        assertThatThrownBy(() -> fetched(DataKind.DAILY_BARS, List.of(), Map.of("from", "yesterday")))
                .hasMessageContaining("from: 'yesterday' is no date");
        assertThatThrownBy(() -> fetched(DataKind.DAILY_BARS, List.of(), Map.of("kinds", "bars,options")))
                .hasMessageContaining("'options' is none of");
    }
}
