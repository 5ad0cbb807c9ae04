package org.quantplatform.store.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.quantplatform.api.jobs.Job;
import org.quantplatform.api.jobs.JobStatus;
import org.quantplatform.json.QuantJson;
import org.quantplatform.store.internal.sql.Columns;
import org.quantplatform.store.internal.sql.Session;

/** Rows of jobs and their events, for every store that makes jobs. */
public final class JobRows {

    private JobRows() {}

    /** The next id of this kind today, such as {@code bt_20260131_001}; waits for others that are making one. */
    public static String nextId(Session session, String prefix) throws SQLException {
        return session.first(
                        """
                        insert into job_counters as c (kind, day, last)
                        values (?, (clock_timestamp() at time zone 'UTC')::date, 1)
                        on conflict (kind, day) do update set last = c.last + 1
                        returning day, last""",
                        row -> format(prefix, Columns.date(row, "day"), row.getInt("last")),
                        prefix)
                .orElseThrow();
    }

    /** Stores a queued job with its first event. */
    public static void queue(Session session, String id, String kind, long owner, String request) throws SQLException {
        session.update(
                "insert into jobs (id, kind, owner_id, request, last_event) values (?, ?, ?, ?::json, 1)",
                id,
                kind,
                owner,
                request);
        event(session, id, 1, "queued", Map.of());
    }

    static void event(Session session, String id, long seq, String type, Map<String, Object> values)
            throws SQLException {
        session.update(
                "insert into job_events (job_id, seq, type, payload) values (?, ?, ?, ?::json)",
                id,
                seq,
                type,
                QuantJson.write(values));
    }

    static Job job(ResultSet row) throws SQLException {
        return new Job(
                row.getString("id"),
                row.getString("kind"),
                status(row),
                row.getInt("progress"),
                row.getInt("attempts"),
                row.getString("error"),
                Columns.instant(row, "created_at"),
                Columns.instantOrNull(row, "started_at"),
                Columns.instantOrNull(row, "finished_at"));
    }

    public static JobStatus status(ResultSet row) throws SQLException {
        return JobStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT));
    }

    static String code(JobStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    private static String format(String prefix, LocalDate day, int number) {
        return String.format(
                Locale.ROOT,
                "%s_%04d%02d%02d_%03d",
                prefix,
                day.getYear(),
                day.getMonthValue(),
                day.getDayOfMonth(),
                number);
    }
}
