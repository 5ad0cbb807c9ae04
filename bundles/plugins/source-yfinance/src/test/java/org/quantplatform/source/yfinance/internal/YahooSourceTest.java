package org.quantplatform.source.yfinance.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quantplatform.fakes.Call;
import org.quantplatform.fakes.Company;
import org.quantplatform.fakes.Country;
import org.quantplatform.fakes.Faults.Fault;
import org.quantplatform.fakes.World;
import org.quantplatform.fakes.yfinance.YahooProvider;
import org.quantplatform.model.Fundamental;
import org.quantplatform.model.Market;
import org.quantplatform.source.http.ProviderRefusal;
import org.quantplatform.spi.PluginException;
import org.quantplatform.spi.data.DataKind;
import org.quantplatform.spi.data.DataRequest;
import org.quantplatform.testkit.FakeDataSink;

class YahooSourceTest {

    private static final URI FEED = URI.create("ws://127.0.0.1:1/?version=2");

    private static final int COMPANIES = 10;

    private YahooProvider server;
    private YahooSource source;

    @BeforeEach
    void start() {
        server = new YahooProvider(0, COMPANIES, Clock.systemUTC());
        server.start();
        source = new YahooSource(
                new YahooSource.Access("yfinance", server.address(), server.address(), server.address(), FEED, 0),
                new YahooSource.Patience(4, Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofSeconds(15)),
                Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private FakeDataSink fetched(Market market, DataKind kind, List<String> tickers, Map<String, String> options)
            throws IOException {
        FakeDataSink sink = FakeDataSink.patient();
        source.fetch(new DataRequest(Set.of(kind), Set.of(market), tickers, null, null, options, List.of()), sink);
        return sink;
    }

    @Test
    void getsCookieAndCrumbOnceAndSendsThemWithQuotesOnly() throws IOException {
        FakeDataSink sink =
                fetched(Market.US, DataKind.INSTRUMENTS, List.of("QZAA", "QZAB", "QZAD"), Map.of("from", "2024-01-02"));
        assertThat(sink.instruments())
                .extracting(i -> i.sector())
                .containsExactly("Energy", "Materials", "Consumer Staples");
        assertThat(sink.instruments().get(2).listed()).isEqualTo(LocalDate.of(2022, 3, 14));
        assertThat(server.counters().of("cookie")).isEqualTo(1);
        assertThat(server.counters().of("crumb")).isEqualTo(1);
        List<Call> charts = server.counters().calls().stream()
                .filter(call -> call.path().startsWith("/v8/"))
                .toList();
        assertThat(charts).hasSize(3).allMatch(call -> call.parameter("crumb").isEmpty());
    }

    @Test
    void leavesOutTheSectorAndSaysSoWhereConsentToCookiesIsWanted() throws IOException {
        server.faults().every(Fault.CONSENT, 1);

        FakeDataSink sink = fetched(Market.US, DataKind.INSTRUMENTS, List.of("QZAA"), Map.of("from", "2024-01-02"));

        assertThat(sink.instruments()).hasSize(1);
        assertThat(sink.instruments().get(0).sector()).isNull();
        assertThat(sink.refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.ticker()).isEqualTo("QZAA");
            assertThat(refusal.reason())
                    .isEqualTo("no sector: the provider wants consent to its cookies first, as it does in the European"
                            + " Union");
        });
        assertThat(server.counters().of("crumb")).isZero();
    }

    @Test
    void saysWhatToDoWhereThereIsNothingButThePageThatWantsConsent() throws IOException {
        HttpServer page = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        page.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Location", "https://consent.yahoo.com/v2/collectConsent?sessionId=1");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        page.start();
        try {
            URI address = URI.create("http://127.0.0.1:" + page.getAddress().getPort());
            source = new YahooSource(
                    new YahooSource.Access("yfinance", address, address, address, FEED, 0),
                    new YahooSource.Patience(4, Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofSeconds(15)),
                    Clock.systemUTC());
            assertThatThrownBy(() -> fetched(Market.US, DataKind.DAILY_BARS, List.of("QZAA"), Map.of()))
                    .isInstanceOf(ProviderRefusal.class)
                    .hasMessageContaining("wants consent to its cookies first, as it does in the European Union; ask"
                            + " from elsewhere, or take another source");
        } finally {
            page.stop(0);
        }
    }

    @Test
    void getsAnotherCrumbWhenTheOldOneIsRefused() throws IOException {
        fetched(Market.US, DataKind.INSTRUMENTS, List.of("QZAA"), Map.of());
        server.faults().next(Fault.REVOKED_KEY, 1);
        FakeDataSink sink = fetched(Market.US, DataKind.INSTRUMENTS, List.of("QZAB"), Map.of());
        assertThat(sink.instruments()).hasSize(1);
        assertThat(server.counters().of("crumb")).isEqualTo(2);
    }

    @Test
    void findsKoreanSharesOnEitherBoardAndTellsDaysRightlyThroughLateStamps() throws IOException {
        World world = World.of(Country.KR, COMPANIES);
        Company kospi = world.company(0);
        Company kosdaq = world.company(3);
        FakeDataSink sink = fetched(
                Market.KR,
                DataKind.DAILY_BARS,
                List.of(kospi.ticker(), kosdaq.ticker()),
                Map.of("from", "2024-01-02", "to", "2024-02-29"));
        for (Company company : List.of(kospi, kosdaq)) {
            List<Company.Bar> wanted = company.bars(LocalDate.of(2024, 1, 2), LocalDate.of(2024, 2, 29));
            List<FakeDataSink.Bar> bars = sink.bars().stream()
                    .filter(bar -> bar.ticker().equals(company.ticker()))
                    .toList();
            assertThat(bars)
                    .extracting(FakeDataSink.Bar::date)
                    .containsExactlyElementsOf(
                            wanted.stream().map(Company.Bar::date).toList());
            assertThat(bars.get(5).values().close()).isEqualTo(wanted.get(5).close());
        }
    }

    @Test
    void findsChineseSharesByTheirFirstDigit() throws IOException {
        World world = World.of(Country.CN, COMPANIES);
        FakeDataSink sink = fetched(
                Market.CN,
                DataKind.DAILY_BARS,
                List.of(world.company(0).ticker(), world.company(1).ticker()),
                Map.of("from", "2024-03-01", "to", "2024-03-29"));
        assertThat(sink.refusals()).isEmpty();
        assertThat(sink.bars()).extracting(FakeDataSink.Bar::ticker).contains("608001", "008001");
    }

    @Test
    void takesTheNoiseOutOfPrices() throws IOException {
        FakeDataSink sink = fetched(
                Market.US, DataKind.DAILY_BARS, List.of("QZAB"), Map.of("from", "2019-01-01", "to", "2024-12-31"));
        Company company = World.of(Country.US, COMPANIES).company(1);
        for (FakeDataSink.Bar bar : sink.bars()) {
            assertThat(bar.values().close())
                    .isEqualTo(company.bar(bar.date()).orElseThrow().close());
        }
    }

    @Test
    void standsAnAdjustedCloseThatIsInfinite() throws IOException {
        Company company = World.of(Country.US, COMPANIES).company(8);
        FakeDataSink sink = fetched(
                Market.US,
                DataKind.DAILY_BARS,
                List.of(company.ticker()),
                Map.of("from", "2024-01-02", "to", "2024-01-31"));
        assertThat(sink.bars()).hasSameSizeAs(company.bars(LocalDate.of(2024, 1, 2), LocalDate.of(2024, 1, 31)));
    }

    @Test
    void leavesOutDaysWithoutTrading() throws IOException {
        Company idle = World.of(Country.US, COMPANIES).company(4);
        LocalDate day = idle.idle().get(3);
        FakeDataSink sink = fetched(
                Market.US,
                DataKind.DAILY_BARS,
                List.of(idle.ticker()),
                Map.of(
                        "from",
                        day.minusDays(5).toString(),
                        "to",
                        day.plusDays(5).toString()));
        assertThat(sink.bars()).isNotEmpty().noneMatch(bar -> bar.date().equals(day));
        assertThat(sink.refusals()).isEmpty();
    }

    @Test
    void deliversAccountsOnlyWithAStatedLag() throws IOException {
        assertThat(fetched(Market.US, DataKind.FUNDAMENTALS, List.of("QZAA"), Map.of())
                        .fundamentals())
                .isEmpty();
        List<Fundamental> items = fetched(
                        Market.US, DataKind.FUNDAMENTALS, List.of("QZAA"), Map.of("publication_lag", "75"))
                .fundamentals();
        assertThat(items).isNotEmpty().allMatch(item -> item.published()
                .equals(item.periodEnd().plusDays(75)));
        assertThat(items).extracting(item -> item.item() + item.periodEnd()).doesNotHaveDuplicates();
        Company.Report report = World.of(Country.US, COMPANIES).company(0).reports().stream()
                .filter(r -> r.end().equals(LocalDate.of(2025, 12, 31)))
                .findFirst()
                .orElseThrow();
        assertThat(items)
                .filteredOn(item ->
                        item.item().equals("revenue") && item.periodEnd().equals(report.end()))
                .singleElement()
                .satisfies(item ->
                        assertThat(item.value()).isCloseTo(report.items().get("revenue"), within(0.5)));
    }

    @Test
    void standsNullPointsAndRefusesPointsWithoutADate() throws IOException {
        FakeDataSink nulls =
                fetched(Market.US, DataKind.FUNDAMENTALS, List.of("QZAH"), Map.of("publication_lag", "75"));
        assertThat(nulls.fundamentals()).isNotEmpty();
        assertThat(nulls.refusals()).isEmpty();
        FakeDataSink undated =
                fetched(Market.US, DataKind.FUNDAMENTALS, List.of("QZAJ"), Map.of("publication_lag", "75"));
        assertThat(undated.fundamentals()).isNotEmpty();
        assertThat(undated.refusals()).isNotEmpty().allMatch(refusal -> refusal.reason()
                .contains("without the end of its period"));
    }

    @Test
    void saysWhenTheBarsOfADayAreFinal() {
        assertThat(source.finalAt(Market.US)).contains(LocalTime.of(20, 30));
        assertThat(source.finalAt(Market.HK)).contains(LocalTime.of(17, 0));
        assertThat(source.finalAt(Market.VN)).isEmpty();
    }

    @Test
    void saysThatTickersAndOneMarketAreNeeded() {
        assertThatThrownBy(() -> fetched(Market.US, DataKind.DAILY_BARS, List.of(), Map.of()))
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("tickers:");
        assertThatThrownBy(
                        () -> fetched(Market.US, DataKind.DAILY_BARS, List.of("QZAA"), Map.of("publication_lag", "-1")))
                .hasMessageContaining("publication_lag");
    }
}
