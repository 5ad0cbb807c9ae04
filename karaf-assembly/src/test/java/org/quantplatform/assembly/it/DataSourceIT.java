package org.quantplatform.assembly.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quantplatform.fakes.Company.Bar;
import org.quantplatform.fakes.Country;
import org.quantplatform.fakes.Faults.Fault;
import org.quantplatform.fakes.World;
import org.quantplatform.fakes.polygon.PolygonProvider;
import org.quantplatform.fakes.polygon.PolygonStream;

/** A source dropped into a running server, with a configuration and a key of its own, brings bars from its provider. */
class DataSourceIT {

    private static final Duration ARRIVAL = Duration.ofSeconds(60);
    private static final String ID = "polygon-dropped";
    private static final String SECRET = "/api/v1/admin/secrets/" + ID;
    private static final World WORLD = World.of(Country.US, 10);
    private static final LocalDate FROM = LocalDate.of(2020, 8, 3);
    private static final LocalDate TO = LocalDate.of(2020, 9, 30);
    private static final String REQUEST =
            """
            {"source": "polygon-dropped", "market": "US",
             "options": {"tickers": "QZAA,QZAB", "from": "2020-08-03", "to": "2020-09-30"}}""";

    @TempDir
    private static Path folder;

    private static QuantServer server;
    private static PolygonProvider provider;
    private static PolygonStream stream;
    private static DroppedSource source;

    @BeforeAll
    static void drop() throws Exception {
        server = SharedServer.get();
        provider = new PolygonProvider(0, WORLD, Clock.systemUTC());
        provider.start();
        stream = new PolygonStream(0, WORLD, Clock.systemUTC(), Duration.ofMillis(50), Duration.ofSeconds(30));
        stream.start();
        source = DroppedSource.drop(
                server,
                folder,
                "polygon",
                "address = " + provider.address() + "\nfeed.address = " + stream.address() + "/stocks"
                        + "\nrequests.per.minute = 0\n");
    }

    @AfterAll
    static void takeAway() throws Exception {
        source.takeAway();
        provider.close();
        stream.close();
    }

    private static JsonNode imported() throws Exception {
        var answer = server.post("/api/v1/data/import", REQUEST);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        String id = Documents.parse(answer.body()).get("import_id").asText();
        return Documents.ended(server, "/api/v1/data/imports/" + id);
    }

    @AfterEach
    void forgetKey() throws Exception {
        server.delete(SECRET);
    }

    @Test
    void bringsBarsAsTheyWereTradedAndShowsNoKey() throws Exception {
        JsonNode without = imported();
        assertThat(without.get("status").asText()).isEqualTo("failed");
        assertThat(without.toString()).contains("quant secret set " + ID);

        var stored = server.put(SECRET, "{\"value\": \"" + PolygonProvider.KEY + "\"}");
        assertThat(stored.statusCode()).as(stored.body()).isBetween(200, 204);
        JsonNode report = imported();
        assertThat(report.get("status").asText()).as(report.toString()).isEqualTo("completed");

        List<Bar> wanted = WORLD.company(1).bars(FROM, TO);
        JsonNode bars = Documents.get(
                server, "/api/v1/data/ohlcv/QZAB?market=US&adjust=none&start_date=" + FROM + "&end_date=" + TO);
        assertThat(bars.get("dates")).hasSize(wanted.size());
        for (int i = 0; i < wanted.size(); i++) {
            assertThat(bars.get("dates").get(i).asText())
                    .isEqualTo(wanted.get(i).date().toString());
            assertThat(bars.get("close").get(i).asDouble())
                    .isEqualTo(wanted.get(i).close());
            assertThat(bars.get("open").get(i).asDouble())
                    .isEqualTo(wanted.get(i).open());
        }

        provider.faults().every(Fault.TRUNCATED, 1);
        JsonNode cut = imported();
        provider.faults().clear();
        assertThat(cut.get("status").asText()).isEqualTo("failed");
        assertThat(cut.toString()).contains("ends in the middle").doesNotContain(PolygonProvider.KEY);
        assertThat(Files.readString(server.log())).doesNotContain(PolygonProvider.KEY);
    }

    private static JsonNode updated(String request) throws Exception {
        var answer = server.post("/api/v1/data/update", request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        String id = Documents.parse(answer.body()).get("update_id").asText();
        return Documents.ended(server, "/api/v1/data/updates/" + id);
    }

    @Test
    void bringsMinutesThatAddUpToTheDays() throws Exception {
        server.put(SECRET, "{\"value\": \"" + PolygonProvider.KEY + "\"}");
        imported();
        String request =
                """
                {"market": "US", "sources": ["polygon-dropped"], "timeframe": "1m", "tickers": ["QZAA"],
                 "start_date": "2020-08-27", "end_date": "2020-08-28"}""";
        JsonNode first = updated(request);
        assertThat(first.get("status").asText()).as(first.toString()).isEqualTo("completed");
        assertThat(first.get("stored").asInt()).isEqualTo(780);
        assertThat(first.get("requested").asInt()).isEqualTo(2);
        assertThat(updated(request).get("unchanged").asInt()).isEqualTo(390);

        Bar day = WORLD.company(0).bar(LocalDate.of(2020, 8, 28)).orElseThrow();
        JsonNode hours = Documents.get(
                server, "/api/v1/data/ohlcv/QZAA?market=US&timeframe=1h&start_date=2020-08-28&end_date=2020-08-28");
        assertThat(hours.get("times")).hasSize(7);
        assertThat(hours.at("/times/0").asText()).isEqualTo("2020-08-28T13:00:00Z");
        assertThat(hours.at("/open/0").asDouble()).isEqualTo(day.open());
        assertThat(hours.at("/close/6").asDouble()).isEqualTo(day.close());
        double volume = 0;
        for (JsonNode hour : hours.get("volume")) {
            volume += hour.asDouble();
        }
        assertThat(volume).isEqualTo(day.volume());
        JsonNode page = Documents.get(server, "/api/v1/data/ohlcv/QZAA?market=US&timeframe=1m&limit=500");
        assertThat(page.get("times")).hasSize(500);
        assertThat(page.get("next").asText()).isEqualTo("2020-08-28T15:20:00Z");

        var refused = server.post(
                "/api/v1/data/update",
                "{\"market\": \"US\", \"sources\": [\"polygon-dropped\"], \"timeframe\": \"5m\"}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("must be 1d or 1m");
    }

    /** Keeps what a socket is sent. */
    private static final class Heard implements WebSocket.Listener {

        private final List<JsonNode> documents = new CopyOnWriteArrayList<>();
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                add(text.toString());
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        private void add(String document) {
            try {
                documents.add(Documents.parse(document));
            } catch (Exception e) {
                throw new IllegalStateException(document, e);
            }
        }

        boolean has(String type) {
            return documents.stream()
                    .anyMatch(document -> document.path("type").asText().equals(type));
        }
    }

    private static Heard watch(String tickers) throws Exception {
        Heard heard = new Heard();
        HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(server.webSocket("/ws/data-stream?source=" + ID + "&market=US&tickers=" + tickers), heard)
                .get(30, TimeUnit.SECONDS);
        return heard;
    }

    @Test
    void sharesOneStreamOfPricesAmongItsWatchersAndComesBack() throws Exception {
        server.put(SECRET, "{\"value\": \"" + PolygonProvider.KEY + "\"}");
        Heard first = watch("QZAA");
        Heard second = watch("QZAA,QZAB");
        Deadline.await("both are told prices", ARRIVAL, () -> first.has("tick") && second.has("tick"));
        JsonNode streams = Documents.get(server, "/api/v1/data/streams").get("streams");
        assertThat(streams).hasSize(1);
        assertThat(streams.get(0).get("watchers").asInt()).isEqualTo(2);
        assertThat(streams.get(0).get("tickers").asInt()).isEqualTo(2);

        stream.dropAll();
        Deadline.await("the interruption is told", ARRIVAL, () -> first.has("interrupted") && first.has("resumed"));
        assertThat(first.documents)
                .filteredOn(document -> document.has("ticker"))
                .allMatch(document -> document.get("ticker").asText().equals("QZAA"));
        assertThat(second.documents)
                .filteredOn(document -> document.has("ticker"))
                .extracting(document -> document.get("ticker").asText())
                .contains("QZAA", "QZAB");
    }
}
