package org.quantplatform.research.internal.files;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.backtests.Backtest;
import org.quantplatform.api.backtests.Backtests;
import org.quantplatform.api.backtests.EquitySeries;
import org.quantplatform.api.backtests.Manifest;
import org.quantplatform.api.backtests.ResultQuery;
import org.quantplatform.core.files.Column;
import org.quantplatform.core.files.CsvRows;
import org.quantplatform.core.files.ParquetRows;
import org.quantplatform.core.files.Rows;
import org.quantplatform.json.QuantJson;
import org.quantplatform.model.Holding;
import org.quantplatform.model.Trade;

/** Writes what a completed run has found, row by row. */
final class ResultTables {

    private static final List<Column<Trade>> TRADES = List.of(
            new Column.Day<>("date", Trade::date),
            new Column.Day<>("signal_date", Trade::signalDate),
            new Column.Text<>("ticker", Trade::ticker),
            new Column.Text<>("side", trade -> trade.side().name().toLowerCase(Locale.ROOT)),
            new Column.Number<>("shares", Trade::shares),
            new Column.Number<>("price", Trade::price),
            new Column.Number<>("commission", Trade::commission),
            new Column.Number<>("tax", Trade::tax),
            new Column.Number<>("slippage", Trade::slippage));

    private static final List<Column<Holding>> HOLDINGS = List.of(
            new Column.Day<>("date", Holding::date),
            new Column.Text<>("ticker", Holding::ticker),
            new Column.Number<>("shares", Holding::shares),
            new Column.Number<>("price", Holding::price),
            new Column.Number<>("market_value", Holding::marketValue),
            new Column.Number<>("weight", Holding::weight),
            new Column.Number<>("cost_basis", Holding::costBasis),
            new Column.Number<>("unrealized_pnl", Holding::unrealizedPnl));

    private final Backtests backtests;
    private final Backtest run;

    ResultTables(Backtests backtests, Backtest run) {
        this.backtests = backtests;
        this.run = run;
    }

    void write(ResultQuery query, OutputStream out) throws IOException {
        switch (query.table()) {
            case ALL -> writeAll(out);
            case TRADES -> writeTrades(query, out);
            case EQUITY -> writeEquity(query, out);
            case HOLDINGS -> writeHoldings(query, out);
        }
    }

    private void writeTrades(ResultQuery query, OutputStream out) throws IOException {
        try (Rows<Trade> rows = rows(query, TRADES, out)) {
            eachTrade(rows::add);
        }
    }

    private void writeHoldings(ResultQuery query, OutputStream out) throws IOException {
        try (Rows<Holding> rows = rows(query, HOLDINGS, out)) {
            for (Holding holding : backtests.holdings(run.backtestId(), Optional.empty())) {
                rows.add(holding);
            }
        }
    }

    private void writeEquity(ResultQuery query, OutputStream out) throws IOException {
        EquitySeries series = backtests.equity(run.backtestId());
        List<Column<Integer>> columns = new ArrayList<>(List.of(
                new Column.Day<>("date", day -> series.dates().get(day)),
                new Column.Number<>("equity", day -> series.equity()[day]),
                new Column.Number<>("cash", day -> series.cash()[day]),
                new Column.Number<>("drawdown", day -> series.drawdown()[day])));
        if (series.benchmark().length > 0) {
            columns.add(new Column.Number<>("benchmark", day -> series.benchmark()[day]));
        }
        try (Rows<Integer> rows = rows(query, columns, out)) {
            for (int day = 0; day < series.dates().size(); day++) {
                rows.add(day);
            }
        }
    }

    private <R> Rows<R> rows(ResultQuery query, List<Column<R>> columns, OutputStream out) throws IOException {
        return switch (query.format()) {
            case CSV -> new CsvRows<>(out, columns);
            case JSON -> new JsonRows<>(out, columns);
            case PARQUET -> new ParquetRows<>(out, columns, notes());
        };
    }

    private Map<String, String> notes() {
        Map<String, String> notes =
                new TreeMap<>(Map.of("quant.backtest_id", run.backtestId(), "quant.currency", run.currency()));
        Manifest manifest = run.manifest();
        if (manifest != null && manifest.resultHash() != null) {
            notes.put("quant.result_hash", manifest.resultHash());
        }
        return notes;
    }

    private void writeAll(OutputStream out) throws IOException {
        try (JsonGenerator json = QuantJson.mapper().createGenerator(out)) {
            json.writeStartObject();
            json.writeObjectField("backtest", run);
            json.writeObjectField("summary", run.summary());
            json.writeObjectField("metrics", backtests.metrics(run.backtestId()));
            json.writeObjectField("equity", backtests.equity(run.backtestId()));
            json.writeArrayFieldStart("trades");
            eachTrade(json::writeObject);
            json.writeEndArray();
            json.writeObjectField("manifest", run.manifest());
            json.writeEndObject();
        }
    }

    private interface TradeTaker {
        void take(Trade trade) throws IOException;
    }

    private void eachTrade(TradeTaker taker) throws IOException {
        boolean more = true;
        for (int number = 1; more; number++) {
            Page<Trade> page = backtests.trades(run.backtestId(), new PageRequest(number, PageRequest.MAX_LIMIT));
            for (Trade trade : page.items()) {
                taker.take(trade);
            }
            more = page.hasMore();
        }
    }
}
