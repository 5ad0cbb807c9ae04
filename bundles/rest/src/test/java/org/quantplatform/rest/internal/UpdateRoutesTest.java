package org.quantplatform.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quantplatform.rest.internal.TestServer.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.quantplatform.api.data.FindingQuery;
import org.quantplatform.api.data.GapQuery;
import org.quantplatform.api.data.Timeframe;
import org.quantplatform.api.data.UpdateMode;
import org.quantplatform.faces.fixtures.MemoryChecks;
import org.quantplatform.faces.fixtures.MemoryUpdates;
import org.quantplatform.model.Market;

class UpdateRoutesTest {

    private static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.started();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void queuesAnUpdateAndTellsWhatItBrought() throws Exception {
        HttpResponse<String> answer = server.post(
                "data/update",
                "{\"market\": \"US\", \"sources\": [\"one\"], \"mode\": \"backfill\", \"start_date\": \"2020-01-02\"}");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .endsWith("/api/v1/data/updates/" + MemoryUpdates.ID);
        assertThat(server.platform.updates.requests.get(0).mode()).isEqualTo(UpdateMode.BACKFILL);
        JsonNode report = json(server.get("data/updates/" + MemoryUpdates.ID));
        assertThat(report.path("received").asInt()).isEqualTo(9);
        assertThat(report.path("chunks_done").asInt()).isEqualTo(1);
        JsonNode chunk =
                json(server.get("data/updates/" + MemoryUpdates.ID + "/chunks")).at("/chunks/0");
        assertThat(chunk.at("/deliveries/0/error").asText()).isEqualTo("connection reset");
        assertThat(json(server.get("data/updates")).path("updates")).hasSize(1);
    }

    @Test
    void tellsWhatIsMissing() throws Exception {
        JsonNode status = json(server.get("data/status")).at("/markets/0");
        assertThat(status.path("complete_to").asText()).isEqualTo("2024-06-12");
        assertThat(status.path("behind").asInt()).isEqualTo(1);

        JsonNode gap = json(server.get("data/gaps?market=us&ticker=C&start_date=2024-01-02"))
                .at("/gaps/0");
        assertThat(gap.path("sessions").asInt()).isEqualTo(2);
        assertThat(gap.path("confirmed").asBoolean()).isFalse();
        assertThat(server.platform.updates.gapQueries)
                .contains(new GapQuery(Market.US, Timeframe.DAY, "C", LocalDate.of(2024, 1, 2), null));
        assertThat(server.get("data/gaps?market=us&timeframe=1m").statusCode()).isEqualTo(200);
        assertThat(server.platform.updates.gapQueries)
                .contains(new GapQuery(Market.US, Timeframe.MINUTE, null, null, null));
    }

    @Test
    void checksBars() throws Exception {
        HttpResponse<String> answer = server.post("data/check", "{\"market\": \"US\", \"tickers\": [\"LNT\"]}");
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .endsWith("/api/v1/data/checks/" + MemoryChecks.ID);
        assertThat(json(server.get("data/checks"))
                        .at("/checks/0/findings/spike")
                        .asInt())
                .isEqualTo(1);
        String findings = "data/checks/" + MemoryChecks.ID + "/findings?rule=spike&ticker=LNT";
        JsonNode finding = json(server.get(findings)).at("/findings/0");
        assertThat(finding.path("date").asText()).isEqualTo("2016-05-19");
        assertThat(finding.path("flagged").asBoolean()).isTrue();
        assertThat(server.platform.checks.queries).contains(new FindingQuery("spike", "LNT"));
        assertThat(server.post("data/check", "{}").statusCode()).isEqualTo(400);
        assertThat(server.get("data/checks/none/findings").statusCode()).isEqualTo(404);
    }

    @Test
    void readsThePast() throws Exception {
        JsonNode fact = json(server.get("data/fundamentals/A?market=US&as_of=2024-03-01"))
                .at("/fundamentals/0");
        assertThat(fact.path("value").asDouble()).isEqualTo(1e9);
        assertThat(fact.path("learned_at").asText()).isEqualTo("2024-02-01T10:00:00Z");

        JsonNode change = json(server.get("data/diff?market=US&from=3&to=7")).at("/changes/0");
        assertThat(change.path("change").asText()).isEqualTo("revised");
        assertThat(change.at("/before/close").asDouble()).isEqualTo(3);
        assertThat(change.at("/after/close").asDouble()).isEqualTo(7);

        assertThat(server.get("data/ohlcv/AAPL?market=US&as_of=12").statusCode())
                .isEqualTo(200);
        for (String wrong : new String[] {"yesterday", "-1", "2024-13-01", "2024-01-01T99"}) {
            assertThat(server.get("data/ohlcv/AAPL?market=US&as_of=" + wrong).statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
        assertThat(server.get("data/diff?market=US&from=3").statusCode()).isEqualTo(400);
        assertThat(server.get("data/diff?from=3&to=4").statusCode()).isEqualTo(400);
    }

    @Test
    void tellsTheLatestBars() throws Exception {
        JsonNode all = json(server.get("data/latest?market=us"));
        assertThat(all.at("/tickers/0").asText()).isEqualTo("AAPL");
        assertThat(all.at("/dates/0").asText()).isEqualTo("2020-01-03");
        assertThat(all.at("/synthetic/0").isBoolean()).isTrue();
        JsonNode some = json(server.get("data/latest?market=US&tickers=MSFT,A,%20MSFT&as_of=12"));
        assertThat(some.path("tickers").toString()).isEqualTo("[\"A\",\"MSFT\"]");
        assertThat(some.at("/close/1").asDouble()).isEqualTo(1.5);
        for (String wrong : new String[] {"", "market=US&tickers=A,,B", "market=US&tickers=", "market=US&as_of=x"}) {
            assertThat(server.get("data/latest?" + wrong).statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    @Test
    void keepsSchedules() throws Exception {
        String request = "{\"update\": {\"market\": \"US\"}, \"cron\": \"0 22 * * *\", \"time_zone\": \"UTC\"}";
        var added = server.post("data/schedules", request);
        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(json(added).path("timing").asText()).isEqualTo("0 22 * * *");
        JsonNode listed = json(server.get("data/schedules")).at("/schedules/0");
        assertThat(listed.path("next_run").asText()).isEqualTo("2026-01-31T21:30:00Z");
        assertThat(listed.path("last_error").asText()).isEqualTo("no key");
        assertThat(server.post("data/schedules/sc_20260131_001/run", "").statusCode())
                .isEqualTo(202);
        assertThat(server.send(server.api("data/schedules/sc_20260131_001").DELETE())
                        .statusCode())
                .isEqualTo(204);
        assertThat(server.send(server.api("data/schedules/sc_20260131_001").DELETE())
                        .statusCode())
                .isEqualTo(404);
        assertThat(server.post("data/schedules", "{\"update\": {\"market\": \"US\"}}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(server.post("data/schedules", "{\"every\": 1}").statusCode()).isEqualTo(400);
    }

    @Test
    void writesDataIntoFiles() throws Exception {
        var file = server.get("data/export?market=us&tickers=B,A&start_date=2020-01-02&as_of=3&quality=strict");
        assertThat(file.headers().firstValue("Content-Type")).hasValue("text/csv");
        assertThat(file.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"us-bars-3.csv\"");
        assertThat(file.body())
                .contains("kind=BARS, market=US, tickers=[A, B], startDate=2020-01-02")
                .contains("asOf=3, quality=STRICT, format=CSV");
        assertThat(server.get("data/export?market=US&kind=actions&format=parquet")
                        .body())
                .contains("kind=ACTIONS", "format=PARQUET");
        assertThat(server.get("data/export?market=US&tickers=NONE").statusCode())
                .isEqualTo(404);
        for (String wrong : new String[] {
            "",
            "market=XX",
            "market=US&kind=ticks",
            "market=US&format=json",
            "market=US&tickers=A,,B",
            "market=US&start_date=2020-01-02&end_date=2020-01-01",
            "market=US&quality=good",
            "market=US&as_of=x"
        }) {
            assertThat(server.get("data/export?" + wrong).statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    @Test
    void refusesWhatIsWrong() throws Exception {
        assertThat(server.post("data/update", "{}").statusCode()).isEqualTo(400);
        assertThat(server.post("data/update", "{\"market\": \"US\", \"wrong\": 1}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(server.get("data/updates/none").statusCode()).isEqualTo(404);
        assertThat(server.get("data/updates/none/chunks").statusCode()).isEqualTo(404);
        assertThat(server.get("data/gaps").statusCode()).isEqualTo(400);
        assertThat(server.get("data/gaps?market=US&start_date=x").statusCode()).isEqualTo(400);
        HttpResponse<String> hours = server.get("data/gaps?market=US&timeframe=1h");
        assertThat(hours.statusCode()).isEqualTo(400);
        assertThat(hours.body()).contains("must be 1d or 1m");
    }
}
