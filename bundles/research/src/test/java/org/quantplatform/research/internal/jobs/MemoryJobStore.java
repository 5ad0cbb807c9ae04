package org.quantplatform.research.internal.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.jobs.Job;
import org.quantplatform.api.jobs.JobEvent;
import org.quantplatform.api.jobs.JobStatus;
import org.quantplatform.core.jobs.JobStore;

/** Keeps jobs in memory by the rules of the port; leases run on a clock that tests move. */
final class MemoryJobStore implements JobStore {

    private static final class Row {
        final String kind;
        final long owner;
        JobStatus status = JobStatus.QUEUED;
        int attempts;
        int percent;
        boolean cancel;

        @Nullable
        String worker;

        @Nullable
        String error;

        Instant leaseEnd = Instant.EPOCH;
        final List<JobEvent> events = new ArrayList<>();

        Row(String kind, long owner) {
            this.kind = kind;
            this.owner = owner;
        }
    }

    private final Map<String, Row> rows = new LinkedHashMap<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    synchronized void add(String id, String kind, long owner) {
        Row row = new Row(kind, owner);
        rows.put(id, row);
        event(row, "queued", Map.of());
    }

    synchronized void passes(Duration time) {
        now = now.plus(time);
    }

    private static void event(Row row, String type, Map<String, Object> values) {
        row.events.add(new JobEvent(row.events.size() + 1, type, values));
    }

    @Override
    public synchronized Optional<Claimed> claim(Set<String> kinds, String worker, Duration lease, int perUser) {
        Map<Long, Integer> running = new HashMap<>();
        rows.values().stream()
                .filter(row -> row.status == JobStatus.RUNNING && kinds.contains(row.kind))
                .forEach(row -> running.merge(row.owner, 1, Integer::sum));
        for (Map.Entry<String, Row> entry : rows.entrySet()) {
            Row row = entry.getValue();
            if (row.status == JobStatus.QUEUED
                    && kinds.contains(row.kind)
                    && running.getOrDefault(row.owner, 0) < perUser) {
                row.status = JobStatus.RUNNING;
                row.worker = worker;
                row.leaseEnd = now.plus(lease);
                row.attempts++;
                event(row, "started", Map.of());
                return Optional.of(new Claimed(entry.getKey(), row.kind, row.owner, "{}", row.attempts));
            }
        }
        return Optional.empty();
    }

    @Override
    public synchronized boolean heartbeat(String id, String worker, Duration lease) {
        Row row = rows.get(id);
        if (!owns(row, worker)) {
            return false;
        }
        row.leaseEnd = now.plus(lease);
        return true;
    }

    private static boolean owns(Row row, String worker) {
        return row.status == JobStatus.RUNNING && worker.equals(row.worker);
    }

    @Override
    public synchronized void progress(String id, String worker, int percent) {
        rows.get(id).percent = percent;
    }

    @Override
    public synchronized boolean finish(
            String id, String worker, JobStatus status, @Nullable String error, Map<String, Object> values) {
        Row row = rows.get(id);
        if (!owns(row, worker)) {
            return false;
        }
        row.status = status;
        row.error = error;
        event(row, status.name().toLowerCase(Locale.ROOT), values);
        return true;
    }

    @Override
    public synchronized void cancel(String id) {
        Row row = rows.get(id);
        row.cancel = true;
        if (row.status == JobStatus.QUEUED) {
            row.status = JobStatus.CANCELLED;
            event(row, "cancelled", Map.of());
        }
    }

    @Override
    public synchronized Set<String> cancelRequested(Set<String> ids) {
        Set<String> wanted = new TreeSet<>(ids);
        wanted.removeIf(id -> !rows.get(id).cancel);
        return wanted;
    }

    @Override
    public synchronized List<String> recover(int maxAttempts) {
        List<String> changed = new ArrayList<>();
        rows.forEach((id, row) -> {
            if (row.status == JobStatus.RUNNING && row.leaseEnd.isBefore(now)) {
                row.status = JobStatus.QUEUED;
                row.worker = null;
                event(row, "queued", Map.of());
                changed.add(id);
            }
        });
        return changed;
    }

    @Override
    public synchronized void release(String worker) {
        rows.values().stream().filter(row -> owns(row, worker)).forEach(row -> row.attempts--);
        reclaim(worker);
    }

    @Override
    public synchronized void reclaim(String worker) {
        rows.values().stream().filter(row -> owns(row, worker)).forEach(row -> {
            row.status = JobStatus.QUEUED;
            row.worker = null;
            event(row, "queued", Map.of());
        });
    }

    @Override
    public synchronized Optional<Job> get(String id, @Nullable Long ownerId) {
        return Optional.ofNullable(rows.get(id))
                .filter(row -> ownerId == null || ownerId == row.owner)
                .map(row -> new Job(
                        id, row.kind, row.status, row.percent, row.attempts, row.error, Instant.EPOCH, null, null));
    }

    @Override
    public synchronized Page<Job> list(@Nullable Long ownerId, PageRequest page) {
        List<Job> jobs = new ArrayList<>();
        rows.keySet().forEach(id -> get(id, ownerId).ifPresent(jobs::add));
        return Page.cut(jobs, page);
    }

    @Override
    public synchronized List<JobEvent> events(String id, long after) {
        return rows.get(id).events.stream().filter(e -> e.seq() > after).toList();
    }

    @Override
    public synchronized long count(JobStatus status) {
        return rows.values().stream().filter(row -> row.status == status).count();
    }
}
