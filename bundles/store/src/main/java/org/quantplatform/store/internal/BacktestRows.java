package org.quantplatform.store.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.backtests.Backtest;
import org.quantplatform.api.backtests.BacktestMetrics;
import org.quantplatform.api.backtests.BacktestSummary;
import org.quantplatform.api.backtests.EquitySeries;
import org.quantplatform.api.backtests.Manifest;
import org.quantplatform.api.jobs.JobStatus;
import org.quantplatform.json.QuantJson;
import org.quantplatform.store.internal.sql.Columns;
import org.quantplatform.store.internal.sql.Session;

/** Rows of backtests and of their results. */
final class BacktestRows {

    private BacktestRows() {}

    /** Columns of the run together with those of its job. */
    static Backtest backtest(ResultSet row) throws SQLException {
        String id = row.getString("id");
        boolean completed = JobRows.status(row) == JobStatus.COMPLETED;
        return new Backtest(
                id,
                JobRows.status(row),
                row.getInt("progress"),
                row.getString("strategy_id"),
                row.getString("strategy"),
                Columns.date(row, "start_date"),
                Columns.date(row, "end_date"),
                row.getDouble("initial_capital"),
                row.getString("currency"),
                completed ? document(row, "results", BacktestSummary.class) : null,
                completed ? "/api/v1/backtest/" + id + "/equity" : null,
                document(row, "manifest", Manifest.class),
                List.of(QuantJson.read(row.getString("warnings"), String[].class)),
                row.getString("error"),
                Map.of("self", "/api/v1/backtest/" + id, "events", "/ws/backtest?id=" + id),
                Columns.instant(row, "created_at"),
                Columns.instantOrNull(row, "started_at"),
                Columns.instantOrNull(row, "finished_at"));
    }

    static void saveEquity(Session session, long run, EquitySeries series) throws SQLException {
        int[] days = new int[series.dates().size()];
        Arrays.setAll(days, i -> Math.toIntExact(series.dates().get(i).toEpochDay()));
        session.update("delete from backtest_equity where run = ?", run);
        session.update(
                """
                insert into backtest_equity (run, epoch_days, equity, cash, drawdown, benchmark)
                values (?, ?, ?, ?, ?, ?)""",
                run,
                days,
                series.equity(),
                series.cash(),
                series.drawdown(),
                series.benchmark());
    }

    static EquitySeries equity(ResultSet row) throws SQLException {
        List<LocalDate> dates = Arrays.stream(Columns.ints(row, "epoch_days"))
                .mapToObj(LocalDate::ofEpochDay)
                .toList();
        return new EquitySeries(
                dates,
                Columns.doubles(row, "equity"),
                Columns.doubles(row, "cash"),
                Columns.doubles(row, "drawdown"),
                Columns.doubles(row, "benchmark"));
    }

    /** JSON has no NaN: it stands as null there. */
    static BacktestMetrics withNaN(BacktestMetrics metrics) {
        return new BacktestMetrics(
                metrics.backtestId(), filled(metrics.metrics()), metrics.drawdowns(), filled(metrics.yearlyReturns()));
    }

    private static Map<String, Double> filled(Map<String, Double> values) {
        return values.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, e -> orNaN(e.getValue()), (first, second) -> first, TreeMap::new));
    }

    private static double orNaN(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }

    private static <T> @Nullable T document(ResultSet row, String column, Class<T> type) throws SQLException {
        String json = row.getString(column);
        return json == null ? null : QuantJson.read(json, type);
    }
}
