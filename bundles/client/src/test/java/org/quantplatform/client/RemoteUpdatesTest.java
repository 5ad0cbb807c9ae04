package org.quantplatform.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.data.AsOf;
import org.quantplatform.api.data.DataChange;
import org.quantplatform.api.data.DiffQuery;
import org.quantplatform.api.data.FundamentalQuery;
import org.quantplatform.api.data.GapQuery;
import org.quantplatform.api.data.IntradayQuery;
import org.quantplatform.api.data.IntradaySeries;
import org.quantplatform.api.data.LatestBars;
import org.quantplatform.api.data.LatestQuery;
import org.quantplatform.api.data.MarketData;
import org.quantplatform.api.data.Timeframe;
import org.quantplatform.api.data.UpdateRequest;
import org.quantplatform.api.data.Updates;
import org.quantplatform.client.ScriptedServer.Reply;
import org.quantplatform.model.Market;

class RemoteUpdatesTest {

    private static final String REPORT = "{\"update_id\":\"up_1\",\"status\":\"completed\",\"progress\":100,"
            + "\"market\":\"US\",\"mode\":\"update\",\"sources\":[\"one\"],\"received\":9,\"snapshot\":\"7\","
            + "\"created_at\":\"2026-01-02T03:04:05Z\"}";
    private static final String CHUNK = "{\"number\":1,\"kind\":\"update\",\"state\":\"done\",\"tickers\":[\"A\"],"
            + "\"start_date\":\"2020-01-02\",\"end_date\":\"2020-01-03\",\"deliveries\":[{\"source\":\"one\"}]}";
    private static final String LATEST =
            "{\"market\":\"US\",\"tickers\":[\"A\",\"B\"],\"currencies\":[\"USD\",\"USD\"],"
                    + "\"synthetic\":[false,true],\"dates\":[\"2020-01-02\",\"2020-01-03\"],\"open\":[1,2],\"high\":[1,2],"
                    + "\"low\":[1,2],\"close\":[10,null],\"volume\":[1,2]}";
    private static final String END = "],\"page\":1,\"limit\":50,\"total\":1,\"has_more\":false}";

    @Test
    void asksForThePast() throws IOException {
        String fact = "{\"item\":\"net_income\",\"period_end\":\"2019-12-31\",\"published\":\"2020-02-14\","
                + "\"value\":90,\"snapshot\":\"2\",\"learned_at\":\"2026-01-02T03:04:05Z\"}";
        String change = "{\"kind\":\"bar\",\"change\":\"added\",\"ticker\":\"A\",\"date\":\"2020-01-02\","
                + "\"item\":\"\",\"before\":{},\"after\":{\"close\":10,\"open\":null}}";
        try (ScriptedServer server = new ScriptedServer(
                Reply.json(200, "{\"fundamentals\":[" + fact + END),
                Reply.json(200, "{\"changes\":[" + change + END),
                Reply.json(200, LATEST),
                Reply.json(200, LATEST))) {
            MarketData data = server.platform().session().data();
            FundamentalQuery facts = new FundamentalQuery(Market.US, "A", null, null, AsOf.snapshot(2));
            assertThat(data.fundamentals(facts, PageRequest.FIRST)
                            .items()
                            .get(0)
                            .value())
                    .isEqualTo(90);
            DataChange told = data.diff(new DiffQuery(Market.US, 0, 2, null), PageRequest.FIRST)
                    .items()
                    .get(0);
            assertThat(told.after()).containsEntry("close", 10.0);
            LatestBars latest = data.latest(new LatestQuery(Market.US, List.of("B", "A"), AsOf.snapshot(2)));
            assertThat(latest.synthetic()).containsExactly(false, true);
            assertThat(latest.close()).containsExactly(10, Double.NaN);
            data.latest(new LatestQuery(Market.US, List.of(), null));
            assertThat(server.lines())
                    .containsExactly(
                            "GET /api/v1/data/fundamentals/A?page=1&limit=50&market=US&as_of=2",
                            "GET /api/v1/data/diff?page=1&limit=50&market=US&from=0&to=2",
                            "GET /api/v1/data/latest?market=US&tickers=A%2CB&as_of=2",
                            "GET /api/v1/data/latest?market=US");
        }
    }

    @Test
    void asksForPartsOfADay() throws IOException {
        String series = "{\"market\":\"US\",\"ticker\":\"A\",\"currency\":\"USD\",\"timeframe\":\"5m\","
                + "\"time_zone\":\"America/New_York\",\"synthetic\":false,\"times\":[\"2026-01-02T14:30:00Z\"],"
                + "\"open\":[1],\"high\":[1],\"low\":[1],\"close\":[null],\"volume\":[1],"
                + "\"next\":\"2026-01-02T14:35:00Z\"}";
        try (ScriptedServer server = new ScriptedServer(Reply.json(200, series))) {
            Instant from = Instant.parse("2026-01-02T14:30:00Z");
            IntradaySeries bars = server.platform()
                    .session()
                    .data()
                    .intraday(
                            new IntradayQuery(Market.US, "A", from, null, Timeframe.FIVE_MINUTES, 1, AsOf.snapshot(2)));
            assertThat(bars.times()).containsExactly(from);
            assertThat(bars.close()).containsExactly(Double.NaN);
            assertThat(bars.next()).isEqualTo(Instant.parse("2026-01-02T14:35:00Z"));
            assertThat(server.lines())
                    .containsExactly("GET /api/v1/data/ohlcv/A?market=US&start_date=2026-01-02T14%3A30%3A00Z"
                            + "&timeframe=5m&limit=1&as_of=2");
        }
    }

    @Test
    void asksForUpdatesAndWhatIsMissing() throws IOException {
        String status = "{\"market\":\"US\",\"last_session\":\"2020-01-03\",\"sources\":[]}";
        String gap = "{\"ticker\":\"A\",\"from\":\"2020-01-02\",\"to\":\"2020-01-02\",\"sessions\":1}";
        try (ScriptedServer server = new ScriptedServer(
                Reply.json(202, REPORT),
                Reply.json(200, REPORT),
                Reply.json(200, "{\"updates\":[" + REPORT + END),
                Reply.json(200, "{\"chunks\":[" + CHUNK + END),
                Reply.json(200, "{\"markets\":[" + status + END),
                Reply.json(200, "{\"gaps\":[" + gap + END))) {
            Updates updates = server.platform().session().updates();
            assertThat(updates.submit(UpdateRequest.of(Market.US, List.of("one")))
                            .received())
                    .isEqualTo(9);
            assertThat(updates.get("up_1").snapshot()).isEqualTo("7");
            assertThat(updates.list(PageRequest.FIRST).items()).hasSize(1);
            assertThat(updates.chunks("up_1", PageRequest.FIRST).items().get(0).deliveries())
                    .hasSize(1);
            assertThat(updates.status().get(0).lastSession()).isEqualTo(LocalDate.of(2020, 1, 3));
            GapQuery query = new GapQuery(Market.US, Timeframe.MINUTE, "A", LocalDate.of(2020, 1, 1), null);
            assertThat(updates.gaps(query, PageRequest.FIRST).items()).hasSize(1);
            assertThat(server.lines())
                    .containsExactly(
                            "POST /api/v1/data/update",
                            "GET /api/v1/data/updates/up_1",
                            "GET /api/v1/data/updates?page=1&limit=50",
                            "GET /api/v1/data/updates/up_1/chunks?page=1&limit=50",
                            "GET /api/v1/data/status",
                            "GET /api/v1/data/gaps?page=1&limit=50&market=US&timeframe=1m&ticker=A&start_date=2020-01-01");
        }
    }
}
