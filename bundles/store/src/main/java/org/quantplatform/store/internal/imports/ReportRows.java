package org.quantplatform.store.internal.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.data.ImportReport;
import org.quantplatform.api.data.ImportReport.Detail;
import org.quantplatform.json.QuantJson;
import org.quantplatform.store.internal.JobRows;
import org.quantplatform.store.internal.sql.Columns;
import org.quantplatform.store.internal.sql.CopyWriter;
import org.quantplatform.store.internal.sql.Session;

/** Reports of imports as stored. */
public final class ReportRows {

    private static final String SELECT =
            """
            select i.*, j.status, j.progress, j.error, j.created_at, j.finished_at, s.waits_for
            from imports i join jobs j on j.id = i.id left join data_snapshots s on s.snapshot = i.snapshot\s""";

    private ReportRows() {}

    static Optional<ImportReport> find(Session session, String id) throws SQLException {
        List<Detail> details = session.list(
                "select * from import_details where import_id = ? order by position",
                row -> new Detail(
                        row.getString("file"),
                        row.getLong("line"),
                        row.getString("ticker"),
                        row.getString("date"),
                        row.getString("outcome"),
                        row.getString("reason")),
                id);
        return session.first(SELECT + "where i.id = ?", row -> report(row, details), id);
    }

    static List<ImportReport> list(Session session, PageRequest page) throws SQLException {
        return session.list(
                SELECT + "order by j.number desc limit ? offset ?",
                row -> report(row, List.of()),
                page.limit(),
                page.offset());
    }

    static void save(Session session, Origin origin, long snapshot, Accounts accounts) throws SQLException {
        session.update(
                """
                update imports
                set snapshot = ?, source = ?, price_basis = ?, received = ?, stored = ?, unchanged = ?, revised = ?,
                    flagged = ?, refused = ?, instruments = ?, actions = ?, fundamentals = ?, reasons = ?::json,
                    details_truncated = ?, committed_at = clock_timestamp()
                where id = ?""",
                snapshot,
                origin.source(),
                origin.basisCode(),
                accounts.received(),
                accounts.stored(),
                accounts.unchanged(),
                accounts.revised(),
                accounts.flagged(),
                accounts.refused(),
                accounts.instruments(),
                accounts.actions(),
                accounts.fundamentals(),
                QuantJson.write(accounts.reasons()),
                accounts.detailsTruncated(),
                origin.importId());
        saveDetails(session, origin.importId(), accounts.details());
    }

    private static void saveDetails(Session session, String id, List<Detail> details) throws SQLException {
        session.update("delete from import_details where import_id = ?", id);
        CopyWriter copy = new CopyWriter(
                session, "import_details (import_id, position, file, line, ticker, date, outcome, reason)");
        int position = 0;
        for (Detail detail : details) {
            copy.row(8)
                    .text(id)
                    .number(position++)
                    .text(detail.file())
                    .number(detail.line())
                    .text(detail.ticker())
                    .text(detail.date())
                    .text(detail.outcome())
                    .text(detail.reason());
        }
        copy.finish();
    }

    private static ImportReport report(ResultSet row, List<Detail> details) throws SQLException {
        return new ImportReport(
                row.getString("id"),
                JobRows.status(row),
                row.getInt("progress"),
                row.getString("source"),
                row.getLong("received"),
                row.getLong("stored"),
                row.getLong("unchanged"),
                row.getLong("revised"),
                row.getLong("flagged"),
                row.getLong("refused"),
                row.getLong("instruments"),
                row.getLong("actions"),
                row.getLong("fundamentals"),
                counts(row.getString("reasons")),
                details,
                row.getBoolean("details_truncated"),
                row.getString("snapshot"),
                row.getString("waits_for"),
                row.getString("error"),
                Columns.instant(row, "created_at"),
                Columns.instantOrNull(row, "finished_at"));
    }

    /** Numbers by name; none for null. */
    public static Map<String, Long> counts(@Nullable String json) {
        Map<String, Long> counts = new TreeMap<>();
        if (json != null) {
            Map<?, ?> stored = QuantJson.read(json, Map.class);
            stored.forEach((name, count) -> counts.put((String) name, ((Number) count).longValue()));
        }
        return counts;
    }
}
