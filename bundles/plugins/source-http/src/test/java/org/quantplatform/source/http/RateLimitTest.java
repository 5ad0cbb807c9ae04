package org.quantplatform.source.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitTest {

    private static final URI HOST = URI.create("http://127.0.0.1:9");

    private final FakePace pace = new FakePace();

    private List<Double> made(RateLimit limit, int requests) throws IOException {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            limit.await(() -> false);
            times.add(pace.seconds());
        }
        return times;
    }

    @Test
    void letsBurstThroughAndTheNextOneAMinuteAfterTheFirst() throws IOException {
        RateLimit limit = new RateLimit(5, 5, pace);
        assertThat(made(limit, 11)).containsExactly(0.0, 0.0, 0.0, 0.0, 0.0, 60.0, 60.0, 60.0, 60.0, 60.0, 120.0);
    }

    /** Bursts, rests and single requests, as they come. */
    @ParameterizedTest
    @CsvSource({"5,5,60,5", "100,100,60,100", "1200,20,1,20", "108,1,60,108", "1080,1,1,18", "7,1,60,7"})
    void noStretchHoldsMoreThanThePlanAllows(double perMinute, int burst, int seconds, int most) throws IOException {
        RateLimit limit = new RateLimit(perMinute, burst, pace);
        Random random = new Random(perMinute == 5 ? 1 : 2);
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < 20 * most; i++) {
            if (random.nextInt(10) == 0) {
                pace.sleep(Duration.ofMillis(random.nextInt(seconds * 1_200)));
            }
            times.addAll(made(limit, 1));
        }
        for (int i = most; i < times.size(); i++) {
            assertThat(times.get(i) - times.get(i - most)).isGreaterThanOrEqualTo(seconds - 1e-9);
        }
    }

    @Test
    void isQuietAsLongAsTheProviderAsks() throws IOException {
        RateLimit limit = new RateLimit(600, 1, pace);
        limit.await(() -> false);
        limit.complained(Duration.ofSeconds(7));
        limit.await(() -> false);
        assertThat(pace.seconds()).isCloseTo(7, within(1e-6));
    }

    @Test
    void isQuietForThoseWhoWaitAlreadyToo() throws IOException {
        RateLimit limit = new RateLimit(60, 1, pace);
        limit.await(() -> false);
        boolean[] told = {false};
        limit.await(() -> {
            if (!told[0] && pace.seconds() > 0.5) {
                told[0] = true;
                limit.complained(Duration.ofSeconds(9));
            }
            return false;
        });
        assertThat(pace.seconds()).isGreaterThan(9);
    }

    @Test
    void halvesItsSpeedOnceForComplaintsThatBelongTogether() {
        RateLimit limit = new RateLimit(600, 1, pace);
        limit.complained(null);
        limit.complained(null);
        assertThat(limit.space()).isEqualTo(Duration.ofMillis(200));
        limit.complained(Duration.ofSeconds(3));
        assertThat(limit.space()).isEqualTo(Duration.ofMillis(200));
    }

    /** Requests until all is as it was, none of which is complained about. */
    private int recovery(RateLimit limit) {
        int requests = 0;
        while (!limit.space().isZero()) {
            limit.succeeded();
            requests++;
        }
        return requests;
    }

    private void complain(RateLimit limit, int times) throws IOException {
        for (int i = 0; i < times; i++) {
            limit.complained(null);
            made(limit, 1);
        }
    }

    @Test
    void isBackAtFullSpeedTenRequestsAfterAComplaintAndSoonAfterSeveral() throws IOException {
        RateLimit limit = new RateLimit(600, 1, pace);
        complain(limit, 1);
        assertThat(limit.space()).isEqualTo(Duration.ofMillis(200));
        assertThat(recovery(limit)).isEqualTo(10);

        RateLimit twice = new RateLimit(600, 1, pace);
        complain(twice, 2);
        assertThat(twice.space()).isEqualTo(Duration.ofMillis(400));
        assertThat(recovery(twice)).isEqualTo(40);
    }

    @Test
    void triesASpeedThatIsTooHighEverMoreSeldom() throws IOException {
        RateLimit limit = new RateLimit(600, 1, pace);
        List<Integer> requests = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            complain(limit, 1);
            requests.add(recovery(limit));
        }
        assertThat(requests).containsExactly(10, 20, 40, 80, 80, 80);
        for (int i = 0; i < RateLimit.MOST_CALM; i++) {
            limit.succeeded();
        }
        complain(limit, 1);
        assertThat(recovery(limit)).isEqualTo(10);
    }

    @Test
    void spacesTheRequestsOfABurstAfterAComplaint() throws IOException {
        RateLimit limit = new RateLimit(60, 60, pace);
        complain(limit, 1);
        double start = pace.seconds();
        assertThat(made(limit, 3)).containsExactly(start + 2, start + 4, start + 6);
    }

    @Test
    void slowsDownEvenWithoutAConfiguredRate() throws IOException {
        RateLimit limit = new RateLimit(0, 1, pace);
        complain(limit, 1);
        assertThat(limit.space()).isEqualTo(Duration.ofMillis(50));
        assertThat(recovery(limit)).isEqualTo(10);
    }

    @Test
    void asksOnceAMinuteAtLeast() throws IOException {
        RateLimit limit = new RateLimit(5, 5, pace);
        complain(limit, 9);
        assertThat(limit.space()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void endsWaitingWhenCancelledAndHasUsedNothing() throws IOException {
        RateLimit limit = new RateLimit(1, 1, pace);
        limit.await(() -> false);
        assertThatThrownBy(() -> limit.await(() -> pace.seconds() > 1)).isInstanceOf(FetchCancelled.class);
        assertThat(pace.seconds()).isLessThan(2);
        limit.await(() -> false);
        assertThat(pace.seconds()).isCloseTo(60, within(1e-6));
    }

    @Test
    void keepsThePlanForManyThreads() throws Exception {
        RateLimit limit = new RateLimit(600, 5, Pace.real());
        long start = System.nanoTime();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                all.add(threads.submit(() -> {
                    limit.await(() -> false);
                    return null;
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(1_500), Duration.ofSeconds(5));
    }

    @Test
    void isSharedByHostAndKeyWhateverThePlans() {
        try (RateLimits one = new RateLimits(pace);
                RateLimits other = new RateLimits(pace)) {
            RateLimit limit = one.of(HOST, Secret.of("a"), 10, 1);
            assertThat(one.of(HOST, Secret.of("a"), 10, 1)).isSameAs(limit);
            assertThat(other.of(HOST, Secret.of("a"), 600, 5)).isSameAs(limit);
            assertThat(other.of(HOST, Secret.of("b"), 10, 1)).isNotSameAs(limit);
            assertThat(one.of(URI.create("http://127.0.0.1:10"), Secret.of("a"), 10, 1))
                    .isNotSameAs(limit);
        }
    }

    @Test
    void theLowestPlanCountsAsLongAsItsInstanceIsThere() throws IOException {
        RateLimits slow = new RateLimits(pace);
        try (RateLimits fast = new RateLimits(pace)) {
            RateLimit limit = fast.of(HOST, Secret.of("c"), 600, 1);
            slow.of(HOST, Secret.of("c"), 5, 5);
            double start = pace.seconds();
            assertThat(made(limit, 6).get(5) - start).isCloseTo(60, within(1e-6));

            slow.close();
            assertThat(made(limit, 6).get(5) - start).isLessThan(61);
        }
    }

    @Test
    void anotherPlanOfTheSameInstanceTakesThePlaceOfTheFirst() throws IOException {
        try (RateLimits limits = new RateLimits(pace)) {
            limits.of(HOST, Secret.of("d"), 1, 1);
            assertThat(made(limits.of(HOST, Secret.of("d"), 0, 1), 5)).containsOnly(0.0);
        }
    }

    @Test
    void forgetsLimitsThatNobodyHasAnyMore() throws IOException {
        int before = RateLimits.shared();
        RateLimits limits = new RateLimits(pace);
        for (int i = 0; i < 100; i++) {
            limits.of(HOST, Secret.of("key " + i), 10, 1).await(() -> false);
            pace.sleep(Duration.ofMinutes(1));
        }
        assertThat(RateLimits.shared() - before).isLessThan(15);
        limits.close();
        pace.sleep(Duration.ofHours(1));
        try (RateLimits other = new RateLimits(pace)) {
            other.of(HOST, Secret.of("another"), 10, 1);
            assertThat(RateLimits.shared() - before).isEqualTo(1);
        }
    }
}
