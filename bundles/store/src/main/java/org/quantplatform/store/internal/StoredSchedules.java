package org.quantplatform.store.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.data.Schedule;
import org.quantplatform.api.data.UpdateRequest;
import org.quantplatform.api.jobs.JobStatus;
import org.quantplatform.core.data.ScheduleStore;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.json.QuantJson;
import org.quantplatform.model.Role;
import org.quantplatform.store.internal.sql.Columns;
import org.quantplatform.store.internal.sql.Database;

/** Updates that are repeated, in the database, so that any server may run them and one does. */
@Component
public final class StoredSchedules implements ScheduleStore {

    private static final String SHOWN =
            """
            select s.*, u.username, j.status as job_status, j.error as job_error
            from data_schedules s join users u on u.id = s.owner_id left join jobs j on j.id = s.last_update""";

    private static final String CLAIM =
            """
            update data_schedules s set lease_until = ?::timestamptz + interval '1 minute'
            from users u
            where u.id = s.owner_id and s.id = (
                select id from data_schedules
                where next_run <= ? and (lease_until is null or lease_until <= ?)
                order by next_run, id limit 1 for update skip locked)
            returning s.*, u.username, u.roles, u.is_active,
                      exists (select from jobs j where j.id = s.last_update and j.status in ('queued', 'running')) as busy""";

    private final Database database;

    @Activate
    public StoredSchedules(@Reference Database database) {
        this.database = database;
    }

    @Override
    public String add(Caller owner, String requestJson, Timing timing, Instant nextRun) {
        return database.write(session -> {
            String id = JobRows.nextId(session, "sc");
            session.update(
                    """
                    insert into data_schedules (id, owner_id, request, cron, time_zone, after_close, next_run)
                    values (?, ?, ?::json, ?, ?, ?::integer, ?)""",
                    id,
                    owner.userId(),
                    requestJson,
                    timing.cron(),
                    timing.timeZone(),
                    timing.afterCloseMinutes(),
                    nextRun.atOffset(ZoneOffset.UTC));
            return id;
        });
    }

    @Override
    public Optional<Schedule> get(String id) {
        return database.read(session -> session.first(SHOWN + " where s.id = ?", StoredSchedules::schedule, id));
    }

    @Override
    public Page<Schedule> list(PageRequest page) {
        return database.read(session -> Page.of(
                session.list(
                        SHOWN + " order by s.next_run, s.id limit ? offset ?",
                        StoredSchedules::schedule,
                        page.limit(),
                        page.offset()),
                page,
                session.number("select count(*) from data_schedules")));
    }

    @Override
    public boolean remove(String id) {
        return database.write(session -> session.update("delete from data_schedules where id = ?", id)) > 0;
    }

    @Override
    public boolean makeDue(String id, Instant now) {
        return database.write(session -> session.update(
                        "update data_schedules set next_run = ? where id = ?", now.atOffset(ZoneOffset.UTC), id))
                > 0;
    }

    @Override
    public Optional<Due> claim(Instant now) {
        Object at = now.atOffset(ZoneOffset.UTC);
        return database.write(session -> session.first(CLAIM, StoredSchedules::due, at, at, at));
    }

    @Override
    public void done(String id, Instant ranAt, Instant nextRun, @Nullable String update, @Nullable String error) {
        database.write(session -> session.update(
                """
                update data_schedules
                set lease_until = null, last_run = ?, next_run = ?, last_update = coalesce(?::text, last_update),
                    last_error = ?::text
                where id = ?""",
                ranAt.atOffset(ZoneOffset.UTC),
                nextRun.atOffset(ZoneOffset.UTC),
                update,
                error,
                id));
    }

    private static Due due(ResultSet row) throws SQLException {
        Set<Role> roles = Arrays.stream((String[]) row.getArray("roles").getArray())
                .map(role -> Role.valueOf(role.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
        Caller owner = new Caller(row.getLong("owner_id"), row.getString("username"), roles, "schedule", "");
        return new Due(
                row.getString("id"),
                Columns.instant(row, "next_run"),
                row.getBoolean("is_active") ? owner : null,
                row.getString("request"),
                timing(row),
                row.getBoolean("busy"));
    }

    private static Timing timing(ResultSet row) throws SQLException {
        return new Timing(
                row.getString("cron"), row.getString("time_zone"), row.getObject("after_close", Integer.class));
    }

    private static Schedule schedule(ResultSet row) throws SQLException {
        Timing timing = timing(row);
        String status = row.getString("job_status");
        String error = row.getString("last_error");
        return new Schedule(
                row.getString("id"),
                row.getString("username"),
                QuantJson.read(row.getString("request"), UpdateRequest.class),
                timing.cron() == null ? timing.afterCloseMinutes() + " min after the close" : timing.cron(),
                timing.timeZone(),
                Columns.instant(row, "next_run"),
                Columns.instantOrNull(row, "last_run"),
                row.getString("last_update"),
                status == null ? null : JobStatus.valueOf(status.toUpperCase(Locale.ROOT)),
                error == null ? row.getString("job_error") : error);
    }
}
