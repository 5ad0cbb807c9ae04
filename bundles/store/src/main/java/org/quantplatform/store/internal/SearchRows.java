package org.quantplatform.store.internal;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.backtests.BacktestSummary;
import org.quantplatform.api.jobs.JobStatus;
import org.quantplatform.api.searches.Robustness;
import org.quantplatform.api.searches.Search;
import org.quantplatform.api.searches.Trial;
import org.quantplatform.core.searches.NewSearch;
import org.quantplatform.core.searches.SearchStore.Finished;
import org.quantplatform.core.searches.SearchStore.Result;
import org.quantplatform.json.QuantJson;
import org.quantplatform.store.internal.sql.Columns;

/** Reads searches and trials out of their rows, and packs returns. */
final class SearchRows {

    private static final Result NOTHING = new Result(null, null, null, null);

    private SearchRows() {}

    static Search search(ResultSet row) throws SQLException {
        String id = row.getString("id");
        NewSearch plan = QuantJson.read(row.getString("request"), NewSearch.class);
        String found = row.getString("result");
        boolean completed = JobRows.status(row) == JobStatus.COMPLETED && found != null;
        Result result = completed ? QuantJson.read(found, Result.class) : NOTHING;
        Robustness robustness = result.robustness();
        return new Search(
                id,
                JobRows.status(row),
                row.getInt("progress"),
                plan.name(),
                plan.request().kind(),
                plan.request().objective(),
                plan.request(),
                plan.plugins(),
                Long.toString(plan.snapshot()),
                new Search.Trials(plan.planned(), row.getInt("finished"), row.getInt("failed"), plan.combinations()),
                result.best(),
                robustness == null ? Double.NaN : robustness.deflatedSharpeRatio(),
                robustness == null ? Double.NaN : robustness.overfitProbability(),
                robustness,
                result.walkForward(),
                result.costSensitivity(),
                plan.warnings(),
                row.getString("error"),
                links(id),
                Columns.instant(row, "created_at"),
                Columns.instantOrNull(row, "started_at"),
                Columns.instantOrNull(row, "finished_at"));
    }

    private static Map<String, String> links(String id) {
        String self = "/api/v1/searches/" + id;
        return Map.of("self", self, "trials", self + "/trials", "events", self + "/events");
    }

    static Trial trial(ResultSet row) throws SQLException {
        double objective = row.getDouble("objective");
        boolean absent = row.wasNull();
        return new Trial(
                row.getInt("number"),
                row.getInt("time_window"),
                Trial.Part.valueOf(row.getString("part").toUpperCase(Locale.ROOT)),
                new TreeMap<>(values(row.getString("varied"))),
                absent ? Double.NaN : objective,
                summary(row.getString("summary")),
                row.getString("error"));
    }

    static Finished finished(ResultSet row) throws SQLException {
        boolean dated = row.getArray("epoch_days") != null;
        return new Finished(
                trial(row), dated ? Columns.ints(row, "epoch_days") : new int[0], unpacked(row.getBytes("returns")));
    }

    static byte[] packed(double[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES);
        bytes.asDoubleBuffer().put(values);
        return bytes.array();
    }

    static double[] unpacked(byte[] bytes) {
        double[] values = new double[bytes.length / Double.BYTES];
        ByteBuffer.wrap(bytes).asDoubleBuffer().get(values);
        return values;
    }

    private static @Nullable BacktestSummary summary(@Nullable String json) {
        return json == null ? null : QuantJson.read(json, BacktestSummary.class);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> values(String json) {
        return QuantJson.read(json, Map.class);
    }

    static String code(Trial.Part part) {
        return part.name().toLowerCase(Locale.ROOT);
    }

    /** What trials are put in order by: higher is better. */
    static @Nullable Double rating(Trial trial, boolean highest) {
        if (Double.isNaN(trial.objective())) {
            return null;
        }
        return highest ? trial.objective() : -trial.objective();
    }
}
