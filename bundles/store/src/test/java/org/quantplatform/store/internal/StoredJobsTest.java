package org.quantplatform.store.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.jobs.Job;
import org.quantplatform.api.jobs.JobEvent;
import org.quantplatform.api.jobs.JobStatus;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.core.jobs.JobStore.Claimed;
import org.quantplatform.store.internal.sql.Database;

class StoredJobsTest {

    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Set<String> KINDS = Set.of("import");

    private Database database;
    private StoredJobs jobs;

    @BeforeEach
    void freshDatabase() {
        database = TestDatabase.migrated();
        jobs = new StoredJobs(database);
    }

    @Test
    void runsAJobFromQueuedToCompleted() {
        String id = queue("ann");

        Claimed claimed = jobs.claim(KINDS, "w1", LEASE, 2).orElseThrow();
        jobs.progress(id, "w1", 40);

        assertThat(claimed.id()).isEqualTo(id);
        assertThat(claimed.requestJson()).isEqualTo("{\"x\":0.1}");
        assertThat(job(id).progress()).isEqualTo(40);
        assertThat(jobs.claim(KINDS, "w2", LEASE, 2)).isEmpty();
        assertThat(jobs.finish(id, "w2", JobStatus.COMPLETED, null, Map.of())).isFalse();
        assertThat(jobs.finish(id, "w1", JobStatus.COMPLETED, null, Map.of("rows", 3)))
                .isTrue();
        assertThat(jobs.finish(id, "w1", JobStatus.FAILED, "late", Map.of())).isFalse();
        assertThat(job(id).status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(job(id).progress()).isEqualTo(100);
        assertThat(jobs.events(id, 0)).extracting(JobEvent::type).containsExactly("queued", "started", "completed");
        assertThat(jobs.events(id, 2)).containsExactly(new JobEvent(3, "completed", Map.of("rows", 3)));
    }

    @Test
    void givesEachJobToOneOfManyWorkers() throws Exception {
        Set<String> queued = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            queued.add(queue("user" + i));
        }
        List<String> claimed = Collections.synchronizedList(new ArrayList<>());
        ExecutorService workers = Executors.newFixedThreadPool(4);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String worker = "w" + i;
            running.add(workers.submit(() -> claimAll(worker, 2, claimed)));
        }
        for (Future<?> each : running) {
            each.get();
        }
        workers.shutdown();

        assertThat(claimed).hasSize(20).containsExactlyInAnyOrderElementsOf(queued);
    }

    @Test
    void runsNoMoreJobsOfOneUserThanAllowed() throws Exception {
        for (int i = 0; i < 6; i++) {
            queue("ann");
        }
        String other = queue("bob");
        List<String> claimed = Collections.synchronizedList(new ArrayList<>());
        ExecutorService workers = Executors.newFixedThreadPool(2);
        Future<?> first = workers.submit(() -> claimAll("w1", 2, claimed));
        Future<?> second = workers.submit(() -> claimAll("w2", 2, claimed));
        first.get();
        second.get();
        workers.shutdown();

        assertThat(claimed).hasSize(3).contains(other);
    }

    @Test
    void queuesAJobAgainWhoseLeaseRanOutAndFailsItInTheEnd() {
        String id = queue("ann");
        jobs.claim(KINDS, "w1", Duration.ofMillis(-1), 2);

        assertThat(jobs.recover(2)).containsExactly(id);
        assertThat(jobs.heartbeat(id, "w1", LEASE)).isFalse();
        assertThat(job(id).status()).isEqualTo(JobStatus.QUEUED);

        Claimed again = jobs.claim(KINDS, "w2", Duration.ofMillis(-1), 2).orElseThrow();
        assertThat(again.attempt()).isEqualTo(2);
        assertThat(jobs.recover(2)).containsExactly(id);
        assertThat(job(id).status()).isEqualTo(JobStatus.FAILED);
        assertThat(job(id).error()).contains("lost 2 times");
        assertThat(jobs.recover(2)).isEmpty();
    }

    @Test
    void keepsAJobWhoseLeaseIsProlonged() {
        String id = queue("ann");
        jobs.claim(KINDS, "w1", Duration.ofMillis(-1), 2);

        assertThat(jobs.heartbeat(id, "w1", LEASE)).isTrue();
        assertThat(jobs.recover(1)).isEmpty();
    }

    @Test
    void letsGoOfJobsAtAnOrderlyStop() {
        String id = queue("ann");
        jobs.claim(KINDS, "w1", LEASE, 2);

        jobs.release("w1");

        assertThat(job(id).status()).isEqualTo(JobStatus.QUEUED);
        assertThat(job(id).attempts()).isZero();
        assertThat(jobs.count(JobStatus.QUEUED)).isEqualTo(1);
    }

    @Test
    void cancelsQueuedJobsAtOnceAndAsksRunningOnes() {
        String queued = queue("ann");
        jobs.cancel(queued);
        assertThat(job(queued).status()).isEqualTo(JobStatus.CANCELLED);

        String running = queue("ann");
        jobs.claim(KINDS, "w1", LEASE, 2);
        jobs.cancel(running);
        assertThat(job(running).status()).isEqualTo(JobStatus.RUNNING);
        assertThat(jobs.cancelRequested(Set.of(running, "bt_20200101_001"))).containsExactly(running);
        assertThat(jobs.finish(running, "w1", JobStatus.CANCELLED, null, Map.of()))
                .isTrue();
        jobs.cancel(running);
        assertThat(jobs.events(running, 0)).last().extracting(JobEvent::last).isEqualTo(true);
    }

    @Test
    void showsAUserItsOwnJobsLatestFirst() {
        String first = queue("ann");
        String second = queue("ann");
        queue("bob");
        Long ann = TestDatabase.caller(database, "ann").userId();

        assertThat(jobs.list(ann, new PageRequest(1, 1)).items())
                .extracting(Job::id)
                .containsExactly(second);
        assertThat(jobs.list(ann, new PageRequest(1, 1)).total()).isEqualTo(2);
        assertThat(jobs.list(null, PageRequest.FIRST).total()).isEqualTo(3);
        assertThat(jobs.get(first, ann)).isPresent();
        assertThat(jobs.get(first, ann + 1)).isEmpty();
    }

    private String queue(String user) {
        Caller caller = TestDatabase.caller(database, user);
        return database.write(session -> {
            String id = JobRows.nextId(session, "im");
            JobRows.queue(session, id, "import", caller.userId(), "{\"x\":0.1}");
            return id;
        });
    }

    private void claimAll(String worker, int perUser, List<String> claimed) {
        Optional<Claimed> job = jobs.claim(KINDS, worker, LEASE, perUser);
        while (job.isPresent()) {
            claimed.add(job.get().id());
            job = jobs.claim(KINDS, worker, LEASE, perUser);
        }
    }

    private Job job(String id) {
        return jobs.get(id, null).orElseThrow();
    }
}
