package org.quantplatform.assembly.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One stock traded by crosses of its averages, as two independent systems did, over REST. */
class ReferenceCrossIT {

    private static final Path SHARED = Path.of(System.getProperty("quant.shared", "../../shared"));
    private static final Path GOLDEN = SHARED.resolve("oracles/golden");

    /** A ticker of its own: the same prices under their real name would change what other tests import. */
    private static final String OPTIONS =
            """
            {"source": "csv", "market": "US", "exchange": "XNYS", "currency": "USD", "timeframe": "1d",
             "price_basis": "full", "layout": "long"}""";

    private static final String REQUEST =
            """
            {"strategy": {"plugin": "sma-cross", "parameters": {"fast": %d, "slow": %d, "sizing": "all_in"}},
             "universe": {"market": "US", "tickers": ["GOOGX"]}, "start_date": "2004-08-19", "end_date": "2013-03-01",
             "initial_capital": 100000, "execution": {"price": "next_open", "shares": "whole"},
             "costs": {"commission_bps": %d, "slippage_bps": %d, "taxes": false}}""";

    private static QuantServer server;

    @BeforeAll
    static void importPrices(@TempDir Path folder) throws Exception {
        assumeTrue(Files.isDirectory(GOLDEN), "the reference prices and results are not on this machine");
        server = SharedServer.get();
        List<String> rows = new ArrayList<>(List.of("ticker,date,open,high,low,close,volume"));
        List<String> source = Files.readAllLines(SHARED.resolve("oracles/data/btpy_GOOG.csv"));
        source.subList(1, source.size()).forEach(row -> rows.add("GOOGX," + row));
        Path file = Files.write(folder.resolve("prices.csv"), rows);
        JsonNode report = Documents.importFiles(server, OPTIONS, List.of(file));
        assertThat(report.get("status").asText()).as(report.toString()).isEqualTo("completed");
        assertThat(report.get("refused").asLong()).as(report.toString()).isZero();
    }

    @Test
    void equalsTheIndependentSystemsWithoutCosts() throws Exception {
        String id = Documents.submit(server, REQUEST.formatted(10, 30, 0, 0));
        JsonNode summary = Documents.completedBacktest(server, id).get("summary");
        assertThat(summary.get("round_trips").asLong()).isEqualTo(33);
        JsonNode series = Documents.get(server, "/api/v1/backtest/" + id + "/equity");
        assertEquity(series, "e_smacross_goog_free_vbt_equity.csv", 0);
        // the other system sells the open position at the last open
        assertEquity(series, "e_smacross_goog_free_btpy_equity.csv", 1);
        JsonNode first = Documents.get(server, "/api/v1/backtest/" + id + "/trades?limit=1")
                .get("trades")
                .get(0);
        assertThat(first.get("date").asText()).isEqualTo("2004-12-21");
    }

    /** Worked out by a program of a few lines: {@code floor(cash / (open * 1.0005 * 1.001))} shares at each cross. */
    @Test
    void buysWhatCashAllowsAfterCosts() throws Exception {
        String id = Documents.submit(server, REQUEST.formatted(20, 50, 10, 5));
        JsonNode summary = Documents.completedBacktest(server, id).get("summary");
        assertThat(summary.get("num_trades").asLong()).isEqualTo(39);
        assertThat(summary.get("final_equity").asDouble()).isCloseTo(271303.77811882074, within(1e-6));
    }

    @Test
    void aSearchFindsTheSameAmongOthers() throws Exception {
        String run = REQUEST.formatted(20, 50, 10, 5);
        String space = "{\"parameters.fast\": [10, 20], \"parameters.slow\": [30, 50], \"costs.multiple\": [0, 1]}";
        HttpResponse<String> accepted =
                server.post("/api/v1/searches", "{\"backtest\": " + run + ", \"space\": " + space + "}");
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        String route = "/api/v1/searches/"
                + Documents.parse(accepted.body()).get("search_id").asText();
        JsonNode search = Documents.ended(server, route);
        assertThat(search.get("status").asText()).as(search.toString()).isEqualTo("completed");
        assertThat(search.at("/robustness/trials").asInt()).isEqualTo(8);
        assertThat(search.at("/robustness/counted_trials").asInt()).isGreaterThanOrEqualTo(8);
        assertThat(search.get("deflated_sharpe_ratio").asDouble())
                .isBetween(
                        0.0, search.at("/robustness/probabilistic_sharpe_ratio").asDouble());
        JsonNode trials = Documents.get(server, route + "/trials?order=number").get("trials");
        assertThat(trials.at("/0/summary/round_trips").asLong()).isEqualTo(33);
        assertThat(trials.at("/7/values/parameters.slow").asInt()).isEqualTo(50);
        assertThat(trials.at("/7/summary/final_equity").asDouble()).isCloseTo(271303.77811882074, within(1e-6));
        JsonNode map = Documents.get(server, route + "/heatmap?x=parameters.fast&y=parameters.slow");
        double free = trials.at("/3/objective").asDouble();
        double charged = trials.at("/7/objective").asDouble();
        assertThat(map.at("/cells/1/1").asDouble()).isEqualTo(Math.max(free, charged));
    }

    private static void assertEquity(JsonNode series, String file, int leftOut) throws Exception {
        List<String> lines = Files.readAllLines(GOLDEN.resolve(file));
        JsonNode equity = series.get("equity");
        assertThat(equity.size()).isEqualTo(lines.size() - 1);
        for (int day = 0; day < equity.size() - leftOut; day++) {
            String[] row = lines.get(day + 1).split(",");
            assertThat(series.get("dates").get(day).asText()).isEqualTo(row[0]);
            assertThat(equity.get(day).asDouble() / Double.parseDouble(row[1]) - 1)
                    .as(row[0])
                    .isCloseTo(0, within(1e-12));
        }
    }
}
