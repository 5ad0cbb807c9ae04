package org.quantplatform.assembly.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.quantplatform.assembly.it.QuantServer;

/** Work given to a server through REST, and how long it took from the request to the end. */
final class Work {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PAUSE = Duration.ofMillis(2);
    private static final Duration SHORT_PAUSE = Duration.ofMillis(20);
    private static final Duration LONG_PAUSE = Duration.ofMillis(500);
    private static final String DEMO =
            """
            {"strategy": {"factors": [{"factor": "momentum", "weight": 1}], "parameters": {"top": 10},
                          "rebalance_frequency": "month_end"},
             "universe": {"market": "US"}, "start_date": "2015-01-02", "end_date": "2024-12-31"}""";
    private static final List<String> UNDER_WAY = List.of("queued", "running");

    /** Returns, means, ranges, trends and volumes, as feature sets for learning have them. */
    private static final List<String> FEATURES = List.of(
            "$close / Ref($close, 1) - 1",
            "Ref($close, 20) / $close",
            "Mean($close, 5) / $close",
            "Mean($close, 20) / $close",
            "Std($close, 20) / $close",
            "Slope($close, 20) / $close",
            "Max($high, 20) / $close",
            "Min($low, 20) / $close",
            "($close - Min($low, 10)) / (Max($high, 10) - Min($low, 10) + 1e-12)",
            "Corr($close, Log($volume + 1), 20)",
            "Mean($close > Ref($close, 1), 20)",
            "Mean($volume, 20) / ($volume + 1e-12)",
            "EMA($close, 12) / EMA($close, 26) - 1",
            "($high - $low) / $open");

    private final QuantServer server;

    Work(QuantServer server) {
        this.server = server;
    }

    /** Seconds of an answer, from the request to its last byte, as long as it takes a client on the thread that asks. */
    double read(String path) throws IOException {
        long start = System.nanoTime();
        HttpURLConnection asked =
                (HttpURLConnection) server.uri(path).toURL().openConnection();
        if (asked.getResponseCode() != HttpURLConnection.HTTP_OK) {
            throw new IllegalStateException(path + ": " + asked.getResponseCode());
        }
        try (InputStream answer = asked.getInputStream()) {
            answer.readAllBytes();
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** Seconds of an update that stores at least so many bars. */
    double update(String request, int least) throws Exception {
        long start = System.nanoTime();
        String id = accepted("/api/v1/data/update", request).get("update_id").asText();
        JsonNode report = ended("/api/v1/data/updates/" + id, SHORT_PAUSE);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (report.get("stored").asInt() < least) {
            throw new IllegalStateException(report.toString());
        }
        return seconds;
    }

    /** Returns the bars stored. */
    long importFiles(String market, List<String> names) throws Exception {
        String request = JSON.writeValueAsString(
                Map.of("source", "csv", "market", market, "price_basis", "full", "server_files", names));
        String id = accepted("/api/v1/data/import", request).get("import_id").asText();
        JsonNode report = ended("/api/v1/data/imports/" + id, SHORT_PAUSE);
        return report.get("stored").asLong();
    }

    /** Seconds of a monthly top decile by 12-1 momentum over a whole market up to a day. */
    double topDecile(String market, int assets, String endDate) throws Exception {
        return run(
                """
                {"strategy": {"plugin": "factor-rank",
                   "factors": [{"factor": "momentum", "weight": 1, "parameters": {"lookback": 252, "skip": 21}}],
                   "parameters": {"top": %d, "weighting": "equal", "invested": 0.98},
                   "rebalance_frequency": "month_end"},
                 "universe": {"market": "%s"}, "start_date": "2014-01-02", "end_date": "%s",
                 "initial_capital": 1000000, "execution": {"price": "next_close", "shares": "fractional"},
                 "costs": {"commission_bps": 10, "slippage_bps": 5, "taxes": false}}"""
                        .formatted(assets / 10, market, endDate));
    }

    /** Seconds of a monthly top ten by the mean of 14 features, each a formula, over the first assets of a market. */
    double features(String market, int assets, String endDate) throws Exception {
        String factors = FEATURES.stream()
                .map(text -> "{\"factor\": \"expression\", \"weight\": 1, \"parameters\": {\"expression\": \"%s\"}}"
                        .formatted(text))
                .collect(Collectors.joining(", "));
        String tickers = IntStream.range(0, assets)
                .mapToObj(i -> "\"%s%05d\"".formatted(market, i))
                .collect(Collectors.joining(", "));
        return run(
                """
                {"strategy": {"plugin": "factor-rank", "factors": [%s], "parameters": {"top": 10},
                   "rebalance_frequency": "month_end"},
                 "universe": {"market": "%s", "tickers": [%s]}, "start_date": "2014-01-02", "end_date": "%s",
                 "initial_capital": 1000000, "execution": {"price": "next_close", "shares": "fractional"},
                 "costs": {"commission_bps": 10, "slippage_bps": 5, "taxes": false}}"""
                        .formatted(factors, market, tickers, endDate));
    }

    /** Seconds of one year of one asset. */
    double small(String market, String ticker) throws Exception {
        return run(
                """
                {"strategy": {"plugin": "factor-rank",
                   "factors": [{"factor": "momentum", "weight": 1, "parameters": {"lookback": 20, "skip": 1}}],
                   "parameters": {"top": 1}},
                 "universe": {"market": "%s", "tickers": ["%s"]},
                 "start_date": "2020-01-02", "end_date": "2020-12-31"}"""
                        .formatted(market, ticker));
    }

    void importDemo() throws Exception {
        String id = accepted("/api/v1/data/import", "{\"source\": \"demo\"}").get("import_id").asText();
        ended("/api/v1/data/imports/" + id, LONG_PAUSE);
    }

    /** Id of a finished run over ten years of the synthetic market. */
    String topDecileOfDemo() throws Exception {
        String id = accepted("/api/v1/backtest", DEMO).get("backtest_id").asText();
        ended("/api/v1/backtest/" + id + "?fields=status,error", PAUSE);
        return id;
    }

    /** Id of a search of many runs that has just been queued. */
    String submitSearch() throws Exception {
        String search = "{\"backtest\": %s, \"kind\": \"grid\", \"objective\": \"sharpe_ratio\", \"space\": %s}"
                .formatted(
                        DEMO.replace("month_end", "daily"),
                        "{\"parameters.top\": {\"from\": 1, \"to\": 60, \"step\": 1}}");
        return accepted("/api/v1/searches", search).get("search_id").asText();
    }

    private double run(String request) throws Exception {
        long start = System.nanoTime();
        String id = accepted("/api/v1/backtest", request).get("backtest_id").asText();
        ended("/api/v1/backtest/" + id + "?fields=status,error", PAUSE);
        return (System.nanoTime() - start) / 1e9;
    }

    private JsonNode accepted(String path, String request) throws IOException, InterruptedException {
        return answer(path, server.post(path, request), 202);
    }

    private JsonNode ended(String path, Duration pause) throws IOException, InterruptedException {
        while (true) {
            JsonNode document = answer(path, server.get(path), 200);
            String status = document.get("status").asText();
            if (status.equals("completed")) {
                return document;
            }
            if (!UNDER_WAY.contains(status)) {
                throw new IllegalStateException(path + ": " + document);
            }
            LockSupport.parkNanos(pause.toNanos());
        }
    }

    private static JsonNode answer(String path, HttpResponse<String> answer, int expected) throws IOException {
        if (answer.statusCode() != expected) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
