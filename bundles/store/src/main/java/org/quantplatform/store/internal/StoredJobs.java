package org.quantplatform.store.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.jobs.Job;
import org.quantplatform.api.jobs.JobEvent;
import org.quantplatform.api.jobs.JobStatus;
import org.quantplatform.core.jobs.JobStore;
import org.quantplatform.json.QuantJson;
import org.quantplatform.store.internal.sql.Database;
import org.quantplatform.store.internal.sql.Session;

/** Jobs in the database; every time is the database's, so that servers with wrong clocks agree on leases. */
@Component
public final class StoredJobs implements JobStore {

    private static final String CLAIM =
            """
            with chosen as (
                select j.id from jobs j
                where j.status = 'queued' and j.kind = any (?)
                  and (select count(*) from jobs r where r.status = 'running' and r.owner_id = j.owner_id
                         and r.kind = any (?)) < ?
                order by j.number
                for update skip locked
                limit 1)
            update jobs j
            set status = 'running', progress = 0, attempts = attempts + 1, worker = ?,
                lease_until = clock_timestamp() + ? * interval '1 millisecond',
                started_at = coalesce(started_at, clock_timestamp()), last_event = last_event + 1
            from chosen where j.id = chosen.id
            returning j.id, j.kind, j.owner_id, j.request, j.attempts, j.last_event""";

    private static final String END =
            """
            update jobs
            set status = ?, error = ?, progress = case when ? = 'completed' then 100 else progress end, worker = null,
                lease_until = null, finished_at = clock_timestamp(), last_event = last_event + 1
            where id = ? and status = ? and coalesce(worker, '') = ?
            returning last_event""";

    private static final String QUEUE_AGAIN =
            """
            update jobs
            set status = 'queued', progress = 0, attempts = attempts - ?, worker = null, lease_until = null,
                last_event = last_event + 1
            where id = ? returning last_event""";

    private final Database database;

    @Activate
    public StoredJobs(@Reference Database database) {
        this.database = database;
    }

    @Override
    public Optional<Claimed> claim(Set<String> kinds, String worker, Duration lease, int perUser) {
        return database.write(session -> {
            // two claims at once would each see one running job less than there are
            session.execute("select pg_advisory_xact_lock(" + Locks.CLAIM + ")");
            Optional<ClaimedRow> claimed = session.first(
                    CLAIM,
                    StoredJobs::claimed,
                    kinds.toArray(String[]::new),
                    kinds.toArray(String[]::new),
                    perUser,
                    worker,
                    lease.toMillis());
            if (claimed.isPresent()) {
                Claimed job = claimed.get().job();
                JobRows.event(session, job.id(), claimed.get().event(), "started", Map.of("attempt", job.attempt()));
            }
            return claimed.map(ClaimedRow::job);
        });
    }

    @Override
    public boolean heartbeat(String id, String worker, Duration lease) {
        return database.write(session -> session.update(
                        """
                        update jobs set lease_until = clock_timestamp() + ? * interval '1 millisecond'
                        where id = ? and worker = ? and status = 'running'""",
                        lease.toMillis(),
                        id,
                        worker)
                == 1);
    }

    @Override
    public void progress(String id, String worker, int percent) {
        database.write(session -> session.update(
                "update jobs set progress = ? where id = ? and worker = ? and status = 'running'",
                Math.max(0, Math.min(100, percent)),
                id,
                worker));
    }

    @Override
    public boolean finish(
            String id, String worker, JobStatus status, @Nullable String error, Map<String, Object> values) {
        Map<String, Object> told = new LinkedHashMap<>(values);
        if (error != null) {
            told.putIfAbsent("detail", error);
        }
        return database.write(session -> end(session, new Ending(id, worker, "running"), status, error, told));
    }

    @Override
    public void cancel(String id) {
        database.write(session -> {
            boolean ended = end(session, new Ending(id, "", "queued"), JobStatus.CANCELLED, null, Map.of());
            return ended
                    ? 1
                    : session.update("update jobs set cancel_requested = true where id = ? and status = 'running'", id);
        });
    }

    @Override
    public Set<String> cancelRequested(Set<String> ids) {
        return database.read(session -> Set.copyOf(session.list(
                "select id from jobs where id = any (?) and cancel_requested", row -> row.getString("id"), (Object)
                        ids.toArray(String[]::new))));
    }

    @Override
    public List<String> recover(int maxAttempts) {
        return database.write(session -> {
            List<Lost> lost = session.list(
                    """
                    select id, worker, attempts, cancel_requested from jobs
                    where status = 'running' and lease_until < clock_timestamp()
                    order by number for update skip locked""",
                    row -> new Lost(
                            row.getString("id"),
                            row.getString("worker"),
                            row.getInt("attempts"),
                            row.getBoolean("cancel_requested")));
            for (Lost job : lost) {
                recover(session, job, maxAttempts);
            }
            return lost.stream().map(Lost::id).toList();
        });
    }

    @Override
    public void release(String worker) {
        // an orderly stop is not the job's fault: the attempt does not count
        queueAgainAll(worker, 1);
    }

    @Override
    public void reclaim(String worker) {
        queueAgainAll(worker, 0);
    }

    private void queueAgainAll(String worker, int attemptsForgiven) {
        database.write(session -> {
            List<String> ids = session.list(
                    "select id from jobs where status = 'running' and worker = ? for update",
                    row -> row.getString("id"),
                    worker);
            for (String id : ids) {
                queueAgain(session, id, attemptsForgiven);
            }
            return ids.size();
        });
    }

    @Override
    public Optional<Job> get(String id, @Nullable Long ownerId) {
        return database.read(session -> session.first(
                "select * from jobs where id = ? and owner_id = coalesce(?::bigint, owner_id)",
                JobRows::job,
                id,
                ownerId));
    }

    @Override
    public Page<Job> list(@Nullable Long ownerId, PageRequest page) {
        return database.read(session -> Page.of(
                session.list(
                        """
                        select * from jobs where (?::bigint is null or owner_id = ?::bigint)
                        order by number desc limit ? offset ?""",
                        JobRows::job,
                        ownerId,
                        ownerId,
                        page.limit(),
                        page.offset()),
                page,
                session.number(
                        "select count(*) from jobs where (?::bigint is null or owner_id = ?::bigint)",
                        ownerId,
                        ownerId)));
    }

    @Override
    public List<JobEvent> events(String id, long after) {
        return database.read(session -> session.list(
                "select seq, type, payload from job_events where job_id = ? and seq > ? order by seq",
                StoredJobs::event,
                id,
                after));
    }

    @Override
    public long count(JobStatus status) {
        return database.read(
                session -> session.number("select count(*) from jobs where status = ?", JobRows.code(status)));
    }

    private static void recover(Session session, Lost job, int maxAttempts) throws SQLException {
        Ending ending = new Ending(job.id(), job.worker(), "running");
        if (job.cancelRequested()) {
            end(session, ending, JobStatus.CANCELLED, null, Map.of());
            return;
        }
        if (job.attempts() >= maxAttempts) {
            String error = "its server was lost " + job.attempts() + " times while it ran";
            end(session, ending, JobStatus.FAILED, error, Map.of("detail", error));
            return;
        }
        queueAgain(session, job.id(), 0);
    }

    private static void queueAgain(Session session, String id, int attemptsTakenBack) throws SQLException {
        Optional<Long> event = session.first(QUEUE_AGAIN, row -> row.getLong("last_event"), attemptsTakenBack, id);
        if (event.isPresent()) {
            JobRows.event(session, id, event.get(), "queued", Map.of());
        }
    }

    private static boolean end(
            Session session, Ending ending, JobStatus status, @Nullable String error, Map<String, Object> values)
            throws SQLException {
        String code = JobRows.code(status);
        Optional<Long> event = session.first(
                END, row -> row.getLong("last_event"), code, error, code, ending.id(), ending.from(), ending.worker());
        if (event.isPresent()) {
            JobRows.event(session, ending.id(), event.get(), code, values);
        }
        return event.isPresent();
    }

    private static ClaimedRow claimed(ResultSet row) throws SQLException {
        Claimed job = new Claimed(
                row.getString("id"),
                row.getString("kind"),
                row.getLong("owner_id"),
                row.getString("request"),
                row.getInt("attempts"));
        return new ClaimedRow(job, row.getLong("last_event"));
    }

    private static JobEvent event(ResultSet row) throws SQLException {
        Map<?, ?> stored = QuantJson.read(row.getString("payload"), Map.class);
        Map<String, Object> values = new LinkedHashMap<>();
        stored.forEach((name, value) -> {
            if (value != null) {
                values.put((String) name, value);
            }
        });
        return new JobEvent(row.getLong("seq"), row.getString("type"), values);
    }

    /** Which job may end: of this worker, empty for none, in this state. */
    private record Ending(String id, String worker, String from) {}

    private record Lost(String id, String worker, int attempts, boolean cancelRequested) {}

    private record ClaimedRow(Claimed job, long event) {}
}
