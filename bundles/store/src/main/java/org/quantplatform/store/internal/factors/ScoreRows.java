package org.quantplatform.store.internal.factors;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.factors.ScoreRequest;
import org.quantplatform.api.factors.ScoreSet;
import org.quantplatform.api.factors.ScoreSet.Stored;
import org.quantplatform.core.factors.FactorScoreStore.Computed;
import org.quantplatform.json.QuantJson;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.ScoreMatrix;
import org.quantplatform.store.internal.JobRows;
import org.quantplatform.store.internal.sql.Columns;
import org.quantplatform.store.internal.sql.CopyWriter;
import org.quantplatform.store.internal.sql.Session;

/** Rows of score sets and their days. */
final class ScoreRows {

    private ScoreRows() {}

    /** Columns of the set together with those of its job, but for the set's own time of making. */
    static ScoreSet set(ResultSet row) throws SQLException {
        String id = row.getString("set_id");
        String factor = row.getString("factor_name");
        String self = "/api/v1/factors/" + factor + "/score-sets/" + id;
        return new ScoreSet(
                id,
                factor,
                JobRows.status(row),
                row.getInt("progress"),
                row.getString("job_id"),
                QuantJson.read(row.getString("set_request"), ScoreRequest.class),
                stored(row),
                row.getString("error"),
                Map.of("self", self, "scores", "/api/v1/factors/" + factor + "/scores?scores_id=" + id),
                Columns.instant(row, "set_created"));
    }

    private static @Nullable Stored stored(ResultSet row) throws SQLException {
        if (Columns.instantOrNull(row, "computed_at") == null) {
            return null;
        }
        return new Stored(
                row.getString("plugin_sha256"),
                Long.toString(row.getLong("snapshot")),
                row.getString("data_digest"),
                Columns.date(row, "first_date"),
                Columns.date(row, "last_date"),
                row.getInt("days"),
                row.getInt("assets"),
                row.getLong("stored_values"),
                Columns.instant(row, "computed_at"));
    }

    /** Numbers of the instruments in the order of the scores. */
    static int[] instruments(Session session, Computed computed) throws SQLException {
        Map<String, Integer> known = new HashMap<>();
        session.list(
                "select ticker, id from instruments where market = ? and ticker = any (?)",
                row -> known.put(row.getString("ticker"), row.getInt("id")),
                computed.market().name(),
                computed.tickers().toArray(String[]::new));
        return computed.tickers().stream()
                .mapToInt(ticker -> known(known, ticker))
                .toArray();
    }

    private static int known(Map<String, Integer> known, String ticker) {
        Integer id = known.get(ticker);
        if (id == null) {
            throw QuantException.notFound("instrument", ticker);
        }
        return id;
    }

    /** @return scores other than NaN */
    static long replaceDays(Session session, long set, Computed computed) throws SQLException {
        session.update("delete from factor_score_days where set_number = ?", set);
        ScoreMatrix scores = computed.scores();
        double[] today = new double[scores.assets()];
        CopyWriter rows = new CopyWriter(session, "factor_score_days (set_number, date, scores)");
        long values = 0;
        for (int day = computed.firstDay(); day <= computed.lastDay(); day++) {
            for (int asset = 0; asset < today.length; asset++) {
                today[asset] = scores.get(asset, day);
            }
            values += Arrays.stream(today).filter(score -> !Double.isNaN(score)).count();
            rows.row(3).number(set).date(computed.epochDays()[day]).numbers(today);
        }
        rows.finish();
        return values;
    }
}
