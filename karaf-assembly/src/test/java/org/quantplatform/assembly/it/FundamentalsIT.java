package org.quantplatform.assembly.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts in, and a portfolio that follows them from the day on which they were published, all of it over REST. */
class FundamentalsIT {

    private static final String BARS = """
            {"source": "csv", "market": "HK"}""";
    private static final String ACCOUNTS =
            """
            {"source": "csv", "market": "HK", "options": {"kind": "fundamentals"}}""";
    private static final String CHEAPEST =
            """
            {"strategy": {"factors": [{"factor": "earnings-to-price", "weight": 1}], "parameters": {"top": 1},
                          "rebalance_frequency": "daily"},
             "universe": {"market": "HK", "tickers": ["FALLS", "RISES"]},
             "start_date": "2021-01-04", "end_date": "2021-03-31", "initial_capital": 1000000,
             "costs": {"commission_bps": 0}}""";

    @TempDir
    private static Path folder;

    private static QuantServer server;

    @BeforeAll
    static void importBars() throws Exception {
        server = SharedServer.get();
        StringBuilder bars = new StringBuilder("date,ticker,open,high,low,close,volume\n");
        LocalDate.of(2021, 1, 4).datesUntil(LocalDate.of(2021, 4, 1)).forEach(day -> {
            bars.append(day).append(",RISES,10,10,10,10,1000\n");
            bars.append(day).append(",FALLS,10,10,10,10,1000\n");
            bars.append(day).append(",SILENT,10,10,10,10,1000\n");
        });
        imported(BARS, "bars.csv", bars.toString());
    }

    @Test
    void aPortfolioFollowsAccountsFromTheirPublication() throws Exception {
        JsonNode report = imported(
                ACCOUNTS,
                "accounts.csv",
                """
                ticker,item,period_end,published,value
                FALLS,shares_outstanding,2020-09-30,2020-11-20,100
                RISES,shares_outstanding,2020-09-30,2020-11-20,100
                FALLS,net_income_fy,2020-09-30,2020-11-20,50
                RISES,net_income_fy,2020-09-30,2020-11-20,40
                RISES,net_income_ttm,2020-12-31,2021-02-24,90
                RISES,net_income_ttm,2020-12-31,yesterday,90
                """);
        assertThat(report.get("received").asInt()).isEqualTo(6);
        assertThat(report.get("refused").asInt()).isEqualTo(1);
        assertThat(report.get("details").get(0).get("line").asInt()).isEqualTo(7);

        String id = Documents.submit(server, CHEAPEST);
        JsonNode run = Documents.completedBacktest(server, id);
        List<String> trades = new ArrayList<>();
        Documents.get(server, "/api/v1/backtest/" + id + "/trades")
                .get("trades")
                .forEach(trade -> trades.add(trade.get("date").asText() + " "
                        + trade.get("side").asText() + " " + trade.get("ticker").asText()));
        assertThat(trades).containsExactly("2021-01-05 buy FALLS", "2021-02-25 sell FALLS", "2021-02-25 buy RISES");
        assertThat(run.at("/manifest/data_digest").asText()).hasSize(64);
    }

    @Test
    void refusesAFactorWhoseItemsNobodyStored() throws Exception {
        var answer = server.post("/api/v1/backtest", CHEAPEST.replace("\"FALLS\", \"RISES\"", "\"SILENT\""));
        assertThat(answer.statusCode()).isEqualTo(422);
        JsonNode problem = Documents.parse(answer.body());
        assertThat(problem.get("code").asText()).isEqualTo("no_data");
        assertThat(problem.at("/errors/0/field").asText()).isEqualTo("strategy.factors[0]");
        assertThat(problem.at("/errors/0/message").asText()).contains("market_cap, net_income_ttm");
    }

    private static JsonNode imported(String options, String name, String text) throws Exception {
        JsonNode report =
                Documents.importFiles(server, options, List.of(Files.writeString(folder.resolve(name), text)));
        assertThat(report.get("status").asText()).as(report.toString()).isEqualTo("completed");
        return report;
    }
}
