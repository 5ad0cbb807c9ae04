package org.quantplatform.rest.internal.resources;

import com.fasterxml.jackson.core.JsonGenerator;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.backtests.Backtest;
import org.quantplatform.api.backtests.BacktestMetrics;
import org.quantplatform.api.backtests.BacktestSummary;
import org.quantplatform.api.backtests.Backtests;
import org.quantplatform.api.backtests.EquitySeries;
import org.quantplatform.api.backtests.Manifest;
import org.quantplatform.json.QuantJson;
import org.quantplatform.model.Trade;
import org.quantplatform.rest.internal.http.JsonStream;

/** A run with all its numbers, written trade page by trade page. */
final class Results implements JsonStream {

    /** What the written document looks like. */
    @Schema(name = "Results")
    record Document(
            Backtest backtest,
            @Nullable BacktestSummary summary,
            BacktestMetrics metrics,
            EquitySeries equity,
            List<Trade> trades,
            @Nullable Manifest manifest) {}

    /** A table as a JSON file: one object for each row. */
    interface ResultRows extends List<Map<String, Object>> {}

    private final Backtests backtests;
    private final Backtest run;
    private final BacktestMetrics metrics;
    private final EquitySeries equity;

    private Results(Backtests backtests, Backtest run, BacktestMetrics metrics, EquitySeries equity) {
        this.backtests = backtests;
        this.run = run;
        this.metrics = metrics;
        this.equity = equity;
    }

    /** Reads what may be refused before the first byte is written. */
    static Results of(Backtests backtests, String id) {
        Backtest run = Links.complete(backtests.get(id));
        return new Results(backtests, run, backtests.metrics(id), backtests.equity(id));
    }

    @Override
    public Optional<String> tag() {
        Manifest manifest = run.manifest();
        return manifest == null || manifest.resultHash() == null
                ? Optional.empty()
                : Optional.of(run.backtestId() + "-" + manifest.resultHash());
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
        json.setCodec(QuantJson.mapper());
        json.writeStartObject();
        json.writeObjectField("backtest", run);
        json.writeObjectField("summary", run.summary());
        json.writeObjectField("metrics", metrics);
        json.writeObjectField("equity", equity);
        json.writeArrayFieldStart("trades");
        for (int number = 1; writePage(json, number); number++) {
            json.flush();
        }
        json.writeEndArray();
        json.writeObjectField("manifest", run.manifest());
        json.writeEndObject();
    }

    /** False after the last page. */
    private boolean writePage(JsonGenerator json, int number) throws IOException {
        Page<Trade> page = backtests.trades(run.backtestId(), new PageRequest(number, PageRequest.MAX_LIMIT));
        for (Trade trade : page.items()) {
            json.writeObject(trade);
        }
        return page.hasMore();
    }
}
