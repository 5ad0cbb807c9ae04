package org.quantplatform.assembly.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Real prices in, a portfolio out that two independent systems computed, all of it over REST. */
class ReferencePortfolioIT {

    private static final Path SHARED = Path.of(System.getProperty("quant.shared", "../../shared"));
    private static final Path DATA = SHARED.resolve("oracles/data");
    private static final Path GOLDEN = SHARED.resolve("oracles/golden");

    private static final String OPTIONS =
            """
            {"source": "csv", "market": "US", "exchange": "XNYS", "currency": "USD", "timeframe": "1d",
             "price_basis": "split", "layout": "long", "columns": {"ticker": "name"}}""";

    private static QuantServer server;
    private static JsonNode report;

    @BeforeAll
    static void importPrices() throws Exception {
        assumeTrue(Files.isDirectory(GOLDEN), "the reference prices and results are not on this machine");
        server = SharedServer.get();
        report = Documents.importFiles(server, OPTIONS, files());
    }

    private static List<Path> files() {
        return List.of(1, 2, 3, 4).stream()
                .map(part -> DATA.resolve("sp500_ohlcv_2013_2018_part" + part + ".csv.gz"))
                .toList();
    }

    @Test
    void accountsForEveryRow() {
        assertThat(report.get("status").asText()).as(report.toString()).isEqualTo("completed");
        assertThat(report.get("received").asLong()).isEqualTo(619_040);
        assertThat(report.get("stored").asLong() + report.get("unchanged").asLong())
                .isEqualTo(619_040);
        assertThat(report.get("refused").asLong()).isZero();
        Map<String, Long> reasons = new TreeMap<>();
        report.get("reasons")
                .properties()
                .forEach(e -> reasons.put(e.getKey(), e.getValue().asLong()));
        assertThat(reasons)
                .isEqualTo(Map.of(
                        "missing open", 11L,
                        "missing high", 8L,
                        "missing low", 8L,
                        "inconsistent high/low", 12L,
                        "zero volume", 4L));
    }

    @Test
    void importingAgainChangesNothing() throws Exception {
        JsonNode again = Documents.importFiles(server, OPTIONS, files());
        assertThat(again.get("unchanged").asLong()).isEqualTo(619_040);
        assertThat(again.get("stored").asLong() + again.get("revised").asLong()).isZero();
    }

    @Test
    void equalsTheIndependentSystems() throws Exception {
        String id = Documents.submit(server, request());
        JsonNode summary = Documents.completedBacktest(server, id).get("summary");
        assertThat(summary.get("num_trades").asLong()).isEqualTo(5564);
        assertThat(summary.get("total_commission").asDouble()).isCloseTo(30385.17935227117, within(1e-6));
        assertThat(summary.get("total_costs").asDouble()).isCloseTo(45577.54, within(0.005));
        assertThat(summary.get("sharpe_ratio").asDouble()).isCloseTo(0.7673285896, within(1e-10));
        assertEquity(Documents.get(server, "/api/v1/backtest/" + id + "/equity"));
        assertTrades(id);
    }

    @Test
    void analysesTheFactorAsTheReferenceDoes() throws Exception {
        String request =
                """
                {"factors": [{"factor": "momentum", "parameters": {"lookback": 252, "skip": 21}}],
                 "universe": {"market": "US", "tickers": [%s]}, "start_date": "2013-02-08", "end_date": "2018-02-07",
                 "horizons": [1, 5, 21], "quantiles": 5, "outlier_zscore": null, "adjust": "none"}"""
                        .formatted(tickers());
        HttpResponse<String> accepted = server.post("/api/v1/factors/analyze", request);
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        String id = Documents.parse(accepted.body()).get("analysis_id").asText();
        JsonNode analysis = Documents.ended(server, "/api/v1/factors/analyses/" + id);
        JsonNode expected = Documents.parse(Files.readString(GOLDEN.resolve("c_factors.json")))
                .get("mom_12_1");
        assertThat(analysis.at("/subjects/0/observations")).isEqualTo(expected.get("obs"));
        for (String horizon : List.of("1", "5", "21")) {
            JsonNode ic = analysis.at("/ic/" + horizon);
            assertClose(ic.get("mean"), expected.at("/ic_mean/" + horizon + "D"));
            assertClose(ic.get("icir"), expected.at("/icir/" + horizon + "D"));
            assertClose(analysis.at("/spread/" + horizon + "/mean"), expected.at("/spread_mean/" + horizon + "D"));
            assertClose(analysis.at("/rank_autocorrelation/" + horizon), expected.at("/autocorr_mean/" + horizon));
            assertClose(analysis.at("/turnover/" + horizon + "/4"), expected.at("/turnover_mean/q5_" + horizon));
        }
        JsonNode series = Documents.get(server, "/api/v1/factors/analyses/" + id + "/ic");
        assertThat(series.get("dates").size()).isEqualTo(986);
        assertThat(series.at("/dates/0").asText()).isEqualTo("2014-02-10");
    }

    private static void assertClose(JsonNode own, JsonNode expected) {
        assertThat(own.asDouble()).isCloseTo(expected.asDouble(), within(1e-12));
    }

    private static String tickers() throws Exception {
        return Files.readString(DATA.resolve("sp500_ohlcv_full_history_tickers.txt"))
                .strip()
                .lines()
                .flatMap(line -> List.of(line.split("\\s+")).stream())
                .map(ticker -> "\"" + ticker + "\"")
                .collect(Collectors.joining(","));
    }

    private static String request() throws Exception {
        return """
                {"strategy": {"plugin": "factor-rank",
                              "factors": [{"factor": "momentum", "weight": 1.0, "parameters": {"lookback": 252, "skip": 21}}],
                              "parameters": {"top": 94, "weighting": "equal", "invested": 0.98},
                              "rebalance_frequency": "month_end"},
                 "universe": {"market": "US", "tickers": [%s]},
                 "start_date": "2013-02-08", "end_date": "2018-02-07", "initial_capital": 1000000, "currency": "USD",
                 "execution": {"price": "next_close", "shares": "fractional"},
                 "costs": {"commission_bps": 10, "slippage_bps": 5, "taxes": false}, "benchmark": null}"""
                .formatted(tickers());
    }

    private static void assertEquity(JsonNode series) throws Exception {
        List<String> lines = Files.readAllLines(GOLDEN.resolve("d_equity_costs.csv"));
        JsonNode equity = series.get("equity");
        assertThat(equity.size()).isEqualTo(lines.size() - 1);
        for (int day = 0; day < equity.size(); day++) {
            String[] row = lines.get(day + 1).split(",");
            assertThat(series.get("dates").get(day).asText()).isEqualTo(row[0]);
            double expected = Double.parseDouble(row[1]);
            assertThat(equity.get(day).asDouble() / expected - 1).as(row[0]).isCloseTo(0, within(1e-12));
        }
    }

    private static void assertTrades(String id) throws Exception {
        Map<String, JsonNode> own = new TreeMap<>();
        for (int page = 1; page <= 6; page++) {
            Documents.get(server, "/api/v1/backtest/" + id + "/trades?limit=1000&page=" + page)
                    .get("trades")
                    .forEach(t -> own.put(
                            t.get("date").asText() + " " + t.get("ticker").asText(), t));
        }
        List<String[]> rows = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(GOLDEN.resolve("d_trades_ref_costs.csv.gz"))),
                StandardCharsets.UTF_8))) {
            reader.lines().skip(1).map(line -> line.split(",")).forEach(rows::add);
        }
        assertThat(own).hasSize(rows.size());
        for (String[] row : rows) {
            JsonNode trade = own.get(row[0] + " " + row[1]);
            assertThat(trade).as(row[0] + " " + row[1]).isNotNull();
            double signed =
                    trade.get("shares").asDouble() * (trade.get("side").asText().equals("buy") ? 1 : -1);
            double expected = Double.parseDouble(row[2]);
            assertThat(signed).isCloseTo(expected, within(Math.max(1e-10 * Math.abs(expected), 1e-11)));
        }
    }
}
