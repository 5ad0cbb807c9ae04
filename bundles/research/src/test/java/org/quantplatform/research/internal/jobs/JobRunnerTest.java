package org.quantplatform.research.internal.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.BundleContext;
import org.quantplatform.api.jobs.Job;
import org.quantplatform.api.jobs.JobEvent;
import org.quantplatform.api.jobs.JobStatus;
import org.quantplatform.core.jobs.JobContext;
import org.quantplatform.core.jobs.JobHandler;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;

@Timeout(30)
class JobRunnerTest {

    private interface Work {
        Map<String, Object> run(JobContext context) throws Exception;
    }

    private static JobHandler handler(Work work) {
        return new JobHandler() {
            @Override
            public String kind() {
                return "backtest";
            }

            @Override
            public Map<String, Object> run(JobContext context) throws Exception {
                return work.run(context);
            }
        };
    }

    private static JobsConfig config(int queueLimit) {
        return new JobsConfig() {
            @Override
            public int workers() {
                return 2;
            }

            @Override
            public int per_user() {
                return 2;
            }

            @Override
            public int queue_limit() {
                return queueLimit;
            }

            @Override
            public int lease_seconds() {
                return 30;
            }

            @Override
            public int max_attempts() {
                return 3;
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return JobsConfig.class;
            }
        };
    }

    private static BundleContext noFiles() {
        return (BundleContext) Proxy.newProxyInstance(
                BundleContext.class.getClassLoader(), new Class<?>[] {BundleContext.class}, (p, m, a) -> null);
    }

    private final MemoryJobStore store = new MemoryJobStore();
    private JobWatches watches;
    private JobRunner runner;

    @BeforeEach
    void start() {
        watches = new JobWatches(store);
        runner = new JobRunner(store, watches, noFiles(), config(3));
    }

    @AfterEach
    void stop() {
        runner.stop();
        watches.stop();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("deadline").isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private Job job(String id) {
        return store.get(id, null).orElseThrow();
    }

    private Job ended(String id) throws InterruptedException {
        await(() -> job(id).status().ended());
        return job(id);
    }

    @Test
    void runsAJobAndStoresItsEnd() throws InterruptedException {
        runner.addHandler(handler(context -> Map.of("made", context.id())));
        store.add("bt_1", "backtest", 1);
        runner.wake();
        assertThat(ended("bt_1").status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(store.events("bt_1", 0))
                .extracting(JobEvent::type)
                .containsExactly("queued", "started", "completed");
        assertThat(store.events("bt_1", 2).get(0).values()).containsEntry("made", "bt_1");
    }

    @Test
    void jobsThatWaitTakeNoPlaceFromThoseThatCompute() throws InterruptedException {
        CountDownLatch answer = new CountDownLatch(1);
        runner.addHandler(handler(context -> Map.of()));
        runner.addHandler(new JobHandler() {
            @Override
            public String kind() {
                return "update";
            }

            @Override
            public boolean waits() {
                return true;
            }

            @Override
            public Map<String, Object> run(JobContext context) throws InterruptedException {
                answer.await();
                return Map.of();
            }
        });
        for (int i = 1; i <= 4; i++) {
            store.add("up_" + i, "update", 1);
        }
        runner.wake();
        await(() -> job("up_2").status() == JobStatus.RUNNING);
        store.add("bt_1", "backtest", 1);
        runner.wake();
        assertThat(ended("bt_1").status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(job("up_3").status()).isEqualTo(JobStatus.QUEUED);

        answer.countDown();
        assertThat(ended("up_4").status()).isEqualTo(JobStatus.COMPLETED);
    }

    @Test
    void tellsListenersOfWhatCompletedAndSurvivesThem() throws InterruptedException {
        List<String> heard = new CopyOnWriteArrayList<>();
        runner.addListener(kind -> {
            throw new IllegalStateException("deaf");
        });
        runner.addListener(heard::add);
        runner.addHandler(handler(context -> {
            if (context.id().equals("bt_1")) {
                throw new IllegalStateException("no");
            }
            return Map.of();
        }));
        store.add("bt_1", "backtest", 1);
        store.add("bt_2", "backtest", 1);
        runner.wake();
        assertThat(ended("bt_1").status()).isEqualTo(JobStatus.FAILED);
        assertThat(ended("bt_2").status()).isEqualTo(JobStatus.COMPLETED);
        await(() -> !heard.isEmpty());
        assertThat(heard).containsExactly("backtest");
    }

    @Test
    void tellsARefusalInItsWordsAndHidesWhatIsInternal() throws InterruptedException {
        runner.addHandler(handler(context -> {
            if (context.id().equals("bt_1")) {
                throw QuantException.of(ErrorCode.NO_DATA, "no bars");
            }
            throw new IllegalStateException("secret detail");
        }));
        store.add("bt_1", "backtest", 1);
        store.add("bt_2", "backtest", 1);
        runner.wake();
        assertThat(ended("bt_1").error()).isEqualTo("no bars");
        assertThat(ended("bt_2").error()).isEqualTo("internal error: IllegalStateException");
    }

    @Test
    void runsAJobAgainThatTheDatabaseCutOff() throws InterruptedException {
        CountDownLatch cutOff = new CountDownLatch(1);
        runner.addHandler(handler(context -> {
            if (cutOff.getCount() > 0) {
                cutOff.countDown();
                throw QuantException.of(ErrorCode.UNAVAILABLE, "the database does not answer");
            }
            return Map.of();
        }));
        store.add("bt_1", "backtest", 1);
        runner.wake();
        cutOff.await();
        store.passes(Duration.ofSeconds(31));
        assertThat(ended("bt_1").status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(job("bt_1").attempts()).isEqualTo(2);
    }

    @Test
    void runsAJobOfALostServerAgain() throws InterruptedException {
        store.add("bt_1", "backtest", 1);
        store.claim(Set.of("backtest"), "another server", Duration.ofSeconds(30), 2);
        runner.addHandler(handler(context -> Map.of()));
        runner.wake();
        assertThat(job("bt_1").status()).isEqualTo(JobStatus.RUNNING);
        store.passes(Duration.ofSeconds(31));
        assertThat(ended("bt_1").status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(job("bt_1").attempts()).isEqualTo(2);
    }

    @Test
    void givesUpAJobThatKeepsLosingItsServer() throws InterruptedException {
        store.add("bt_1", "backtest", 1);
        for (int i = 0; i < 3; i++) {
            store.claim(Set.of("backtest"), "another server", Duration.ofSeconds(30), 2);
            store.reclaim("another server");
        }
        runner.addHandler(handler(context -> Map.of()));
        runner.wake();
        assertThat(ended("bt_1").status()).isEqualTo(JobStatus.FAILED);
        assertThat(job("bt_1").error()).contains("the server was lost 3 times");
    }

    @Test
    void cancelsARunningJob() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        runner.addHandler(handler(context -> {
            started.countDown();
            await(context::cancelled);
            throw new JobHandler.JobCancelled();
        }));
        store.add("bt_1", "backtest", 1);
        runner.wake();
        started.await();
        store.cancel("bt_1");
        assertThat(ended("bt_1").status()).isEqualTo(JobStatus.CANCELLED);
    }

    @Test
    void leavesUnfinishedJobsToTheNextStart() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        runner.addHandler(handler(context -> {
            started.countDown();
            await(context::cancelled);
            throw new JobHandler.JobCancelled();
        }));
        store.add("bt_1", "backtest", 1);
        runner.wake();
        started.await();
        runner.stop();
        assertThat(job("bt_1").status()).isEqualTo(JobStatus.QUEUED);
    }

    @Test
    void refusesMoreThanTheQueueHolds() {
        for (int i = 0; i < 3; i++) {
            store.add("bt_" + i, "backtest", 1);
        }
        assertThatThrownBy(runner::checkRoom).isInstanceOfSatisfying(QuantException.class, e -> assertThat(e.code())
                .isEqualTo(ErrorCode.QUOTA_EXCEEDED));
    }

    @Test
    void oneUserHoldsTwoPlacesAtMost() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        runner.stop();
        runner = new JobRunner(store, watches, noFiles(), config(100));
        runner.addHandler(handler(context -> {
            release.await();
            return Map.of();
        }));
        for (int i = 0; i < 4; i++) {
            store.add("bt_" + i, "backtest", 1);
        }
        runner.wake();
        await(() -> store.count(JobStatus.RUNNING) == 2);
        release.countDown();
        ended("bt_3");
        assertThat(store.count(JobStatus.COMPLETED)).isEqualTo(4);
    }

    @Test
    void watchersSeeEverythingInOrderAndResume() throws InterruptedException {
        CountDownLatch watched = new CountDownLatch(1);
        runner.addHandler(handler(context -> {
            watched.await();
            for (int day = 1; day <= 200; day++) {
                context.progress(day, 200, Map.of("completed_days", day));
            }
            return Map.of("summary", "done");
        }));
        store.add("bt_1", "backtest", 1);
        List<JobEvent> seen = Collections.synchronizedList(new ArrayList<>());
        watches.watch("bt_1", 0, seen::add);
        runner.wake();
        watched.countDown();
        await(() -> !seen.isEmpty() && seen.get(seen.size() - 1).last());
        assertThat(seen).extracting(JobEvent::seq).isSorted();
        assertThat(seen)
                .extracting(JobEvent::type)
                .startsWith("queued", "started")
                .endsWith("completed");
        assertThat(seen).filteredOn(e -> e.type().equals("progress")).isNotEmpty();

        List<JobEvent> resumed = Collections.synchronizedList(new ArrayList<>());
        watches.watch("bt_1", 2, resumed::add);
        await(() -> !resumed.isEmpty());
        assertThat(resumed).extracting(JobEvent::type).containsExactly("completed");
    }

    @Test
    void whoHasSeenEverythingIsToldTheEndAgain() throws InterruptedException {
        runner.addHandler(handler(context -> Map.of("summary", "done")));
        store.add("bt_1", "backtest", 1);
        runner.wake();
        ended("bt_1");
        List<JobEvent> seen = Collections.synchronizedList(new ArrayList<>());
        watches.watch("bt_1", 1000, seen::add);
        await(() -> !seen.isEmpty());
        assertThat(seen).extracting(JobEvent::type).containsExactly("completed");
    }

    @Test
    void aSlowWatcherMissesProgressOnly() throws InterruptedException {
        store.add("bt_1", "backtest", 1);
        CountDownLatch slow = new CountDownLatch(1);
        List<JobEvent> seen = Collections.synchronizedList(new ArrayList<>());
        watches.watch("bt_1", 0, event -> {
            try {
                slow.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            seen.add(event);
        });
        for (int day = 1; day <= 1000; day++) {
            watches.progress("bt_1", Map.of("completed_days", day));
        }
        slow.countDown();
        await(() -> seen.stream()
                .anyMatch(e -> Integer.valueOf(1000).equals(e.values().get("completed_days"))));
        assertThat(seen).hasSizeLessThan(10);
    }
}
