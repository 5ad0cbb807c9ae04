package org.quantplatform.store.internal.updates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.data.UpdateChunk;
import org.quantplatform.api.data.UpdateChunk.Detail;
import org.quantplatform.api.data.UpdateMode;
import org.quantplatform.api.data.UpdateReport;
import org.quantplatform.model.Market;
import org.quantplatform.store.internal.JobRows;
import org.quantplatform.store.internal.imports.ReportRows;
import org.quantplatform.store.internal.sql.Columns;
import org.quantplatform.store.internal.sql.Session;

/** Reports of updates, told from their chunks and deliveries. */
final class UpdateRows {

    private static final String SELECT =
            """
            select u.*, j.status, j.progress, j.error, j.created_at, j.finished_at, c.chunks, c.done, c.failed,
                   c.requested, c.absent, d.*, s.waits_for
            from updates u join jobs j on j.id = u.id left join data_snapshots s on s.snapshot = u.snapshot
            cross join lateral (
                select count(*) as chunks, count(*) filter (where state = 'done') as done,
                       count(*) filter (where state = 'failed') as failed,
                       coalesce(sum(requested) filter (where state <> 'pending'), 0) as requested,
                       coalesce(sum(absent), 0) as absent
                from update_chunks where update_id = u.id) c
            cross join lateral (
                select coalesce(sum(received), 0) as received, coalesce(sum(stored), 0) as stored,
                       coalesce(sum(unchanged), 0) as unchanged, coalesce(sum(revised), 0) as revised,
                       coalesce(sum(flagged), 0) as flagged, coalesce(sum(refused), 0) as refused,
                       coalesce(sum(surplus), 0) as surplus, coalesce(sum(actions), 0) as actions,
                       (select json_object_agg(key, rows) from (
                            select r.key, sum(r.value::bigint) as rows
                            from update_deliveries x cross join json_each_text(x.reasons) r
                            where x.update_id = u.id group by r.key) y) as all_reasons,
                       (select json_object_agg(source, parts) from (
                            select source, count(*) as parts from update_deliveries x
                            where x.update_id = u.id and x.error is not null group by source) y) as failures
                from update_deliveries where update_id = u.id) d\s""";

    private UpdateRows() {}

    static Optional<UpdateReport> find(Session session, String id) throws SQLException {
        return session.first(SELECT + "where u.id = ?", UpdateRows::report, id);
    }

    static List<UpdateReport> list(Session session, PageRequest page) throws SQLException {
        return session.list(
                SELECT + "order by j.number desc limit ? offset ?", UpdateRows::report, page.limit(), page.offset());
    }

    static List<UpdateChunk> chunks(Session session, String id, PageRequest page) throws SQLException {
        List<UpdateChunk> chunks = session.list(
                "select * from update_chunks where update_id = ? order by number limit ? offset ?",
                row -> chunk(row, List.of()),
                id,
                page.limit(),
                page.offset());
        int[] numbers = chunks.stream().mapToInt(UpdateChunk::number).toArray();
        Map<Place, List<Detail>> details = details(session, id, numbers);
        Map<Integer, List<Numbered>> deliveries = session
                .list(
                        """
                        select * from update_deliveries where update_id = ? and chunk = any (?)
                        order by chunk, position""",
                        row -> new Numbered(
                                row.getInt("chunk"), delivery(row, details.getOrDefault(Place.of(row), List.of()))),
                        id,
                        numbers)
                .stream()
                .collect(Collectors.groupingBy(Numbered::chunk));
        return chunks.stream()
                .map(chunk -> with(chunk, deliveries.getOrDefault(chunk.number(), List.of())))
                .toList();
    }

    private record Place(int chunk, int position) {

        static Place of(ResultSet row) throws SQLException {
            return new Place(row.getInt("chunk"), row.getInt("position"));
        }
    }

    private static Map<Place, List<Detail>> details(Session session, String id, int[] chunks) throws SQLException {
        Map<Place, List<Detail>> details = new HashMap<>();
        session.each(
                """
                select * from update_details where update_id = ? and chunk = any (?) order by chunk, position, number""",
                row -> details.computeIfAbsent(Place.of(row), place -> new ArrayList<>())
                        .add(new Detail(
                                row.getString("ticker"),
                                row.getString("date"),
                                row.getString("outcome"),
                                row.getString("reason"))),
                id,
                chunks);
        return details;
    }

    private record Numbered(int chunk, UpdateChunk.Delivery delivery) {}

    private static UpdateChunk with(UpdateChunk chunk, List<Numbered> deliveries) {
        return new UpdateChunk(
                chunk.number(),
                chunk.kind(),
                chunk.state(),
                chunk.tickers(),
                chunk.startDate(),
                chunk.endDate(),
                chunk.requested(),
                chunk.absent(),
                deliveries.stream().map(Numbered::delivery).toList());
    }

    private static UpdateChunk chunk(ResultSet row, List<UpdateChunk.Delivery> deliveries) throws SQLException {
        return new UpdateChunk(
                row.getInt("number"),
                row.getString("kind"),
                row.getString("state"),
                texts(row, "tickers"),
                Columns.date(row, "first_day"),
                Columns.date(row, "last_day"),
                row.getLong("requested"),
                row.getLong("absent"),
                deliveries);
    }

    private static UpdateChunk.Delivery delivery(ResultSet row, List<Detail> details) throws SQLException {
        return new UpdateChunk.Delivery(
                row.getString("source"),
                row.getLong("received"),
                row.getLong("stored"),
                row.getLong("unchanged"),
                row.getLong("revised"),
                row.getLong("flagged"),
                row.getLong("refused"),
                row.getLong("surplus"),
                row.getLong("actions"),
                ReportRows.counts(row.getString("reasons")),
                details,
                row.getString("snapshot"),
                row.getString("error"));
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    private static UpdateReport report(ResultSet row) throws SQLException {
        return new UpdateReport(
                row.getString("id"),
                JobRows.status(row),
                row.getInt("progress"),
                Market.valueOf(row.getString("market")),
                UpdateMode.valueOf(row.getString("mode").toUpperCase(Locale.ROOT)),
                row.getString("timeframe"),
                texts(row, "sources"),
                row.getLong("instruments"),
                row.getLong("chunks"),
                row.getLong("done"),
                row.getLong("failed"),
                row.getLong("requested"),
                row.getLong("received"),
                row.getLong("stored"),
                row.getLong("unchanged"),
                row.getLong("revised"),
                row.getLong("flagged"),
                row.getLong("refused"),
                row.getLong("surplus"),
                row.getLong("absent"),
                row.getLong("actions"),
                ReportRows.counts(row.getString("all_reasons")),
                ReportRows.counts(row.getString("failures")),
                row.getString("snapshot"),
                row.getString("waits_for"),
                row.getString("error"),
                Columns.instant(row, "created_at"),
                Columns.instantOrNull(row, "finished_at"));
    }
}
