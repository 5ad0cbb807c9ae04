package org.quantplatform.source.polygon.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.CorporateAction.Kind;
import org.quantplatform.model.Market;
import org.quantplatform.source.http.Secret;
import org.quantplatform.spi.data.DataKind;
import org.quantplatform.spi.data.DataRequest;
import org.quantplatform.spi.data.MinuteRequest;
import org.quantplatform.testkit.FakeDataSink;
import org.quantplatform.testkit.FakeMinuteSink;

/** Answers as they come, worked out by hand. */
class PolygonRowsTest {

    private static final Clock LATER = Clock.fixed(Instant.parse("2024-07-10T16:00:00Z"), ZoneOffset.UTC);

    /** Midnight of a Monday and the two days after it, in New York. */
    private static final long[] DAYS = {1_719_806_400_000L, 1_719_892_800_000L, 1_719_979_200_000L};

    private static final LocalDate MONDAY = LocalDate.of(2024, 7, 1);

    private HttpServer server;
    private PolygonSource source;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        source = new PolygonSource(
                new PolygonSource.Access("polygon", address, URI.create("ws://127.0.0.1:1"), 0, () -> Secret.of("k")),
                new PolygonSource.Patience(1, Duration.ofMillis(1)),
                LATER);
    }

    @AfterEach
    void stop() {
        source.close();
        server.stop(0);
    }

    private void answer(String path, String... rows) {
        String json = "{'status':'OK','results':[" + String.join(",", rows) + "]}";
        byte[] body = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private FakeDataSink fetched(DataKind kind, String... tickers) throws IOException {
        FakeDataSink sink = FakeDataSink.patient();
        source.fetch(
                new DataRequest(
                        Set.of(kind),
                        Set.of(Market.US),
                        List.of(tickers),
                        MONDAY,
                        MONDAY.plusDays(2),
                        Map.of(),
                        List.of()),
                sink);
        return sink;
    }

    private static String bar(long stamp, String close) {
        return "{'T':'A','o':10,'h':20,'l':10,'c':" + close + ",'v':1,'t':" + stamp + "}";
    }

    @Test
    void takesRowsOfADayThatAgreeOnceAndRefusesThoseThatDiffer() throws IOException {
        answer("/v2/aggs/ticker", bar(DAYS[0], "11"), bar(DAYS[0], "11"), bar(DAYS[1], "11"), bar(DAYS[1], "12"));
        FakeDataSink sink = fetched(DataKind.DAILY_BARS, "A");
        assertThat(sink.bars()).extracting(FakeDataSink.Bar::date).containsExactly(MONDAY);
        assertThat(sink.refusals())
                .containsExactly(new FakeDataSink.Refusal(0, "A", "2024-07-02", "contradicting rows"));
    }

    @Test
    void refusesRowsThatDifferInAWholeMarketsDayToo() throws IOException {
        answer("/v2/aggs/grouped/locale/us/market/stocks/2024-07-01", bar(DAYS[0], "11"), bar(DAYS[0], "12"));
        answer("/v2/aggs/grouped/locale/us/market/stocks/2024-07-02", bar(DAYS[1], "11"), bar(DAYS[1], "11"));
        answer("/v2/aggs/grouped");
        FakeDataSink sink = fetched(DataKind.DAILY_BARS);
        assertThat(sink.bars()).extracting(FakeDataSink.Bar::date).containsExactly(MONDAY.plusDays(1));
        assertThat(sink.refusals())
                .containsExactly(new FakeDataSink.Refusal(0, "A", "2024-07-01", "contradicting rows"));
    }

    @Test
    void refusesMinutesThatDifferToo() throws IOException {
        long start = DAYS[0] + Duration.ofHours(10).toMillis();
        answer("/v2/aggs/ticker", bar(start, "11"), bar(start + 60_000, "11"), bar(start + 60_000, "12"));
        FakeMinuteSink sink = FakeMinuteSink.patient();
        source.fetchMinutes(
                new MinuteRequest(
                        Market.US, List.of("A"), Instant.ofEpochMilli(DAYS[0]), Instant.ofEpochMilli(DAYS[1])),
                sink);
        assertThat(sink.bars()).extracting(FakeMinuteSink.Bar::start).containsExactly(Instant.ofEpochMilli(start));
        assertThat(sink.refusals()).extracting(FakeMinuteSink.Refusal::reason).containsExactly("contradicting rows");
    }

    @Test
    void addsUpDividendsOfADayAndMultipliesSplits() throws IOException {
        answer(
                "/v3/reference/dividends",
                dividend("'id':'1',", "0.1"),
                dividend("'id':'1',", "0.1"),
                dividend("'id':'2',", "0.1"),
                dividend("", "0.3"),
                dividend("", "0.3"));
        answer("/v3/reference/splits", split(100, 1), split(100, 1), split(1, 200));
        FakeDataSink sink = fetched(DataKind.CORPORATE_ACTIONS, "A");
        assertThat(sink.actions())
                .containsExactly(
                        new CorporateAction(Market.US, "A", MONDAY, Kind.SPLIT, 2),
                        new CorporateAction(Market.US, "A", MONDAY, Kind.DIVIDEND, 0.5));
        assertThat(sink.refusals()).isEmpty();
    }

    private static String dividend(String id, String amount) {
        return "{" + id + "'ticker':'A','ex_dividend_date':'2024-07-01','cash_amount':" + amount + "}";
    }

    private static String split(int from, int to) {
        return "{'ticker':'A','execution_date':'2024-07-01','split_from':" + from + ",'split_to':" + to + "}";
    }
}
