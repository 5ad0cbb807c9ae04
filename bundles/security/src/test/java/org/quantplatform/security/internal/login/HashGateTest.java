package org.quantplatform.security.internal.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.quantplatform.model.QuantException;

class HashGateTest {

    private static final int CALLERS = 1000;
    private static final int LET_IN = 34;

    private final HashGate gate = new HashGate();
    private final AtomicInteger working = new AtomicInteger();
    private final AtomicInteger mostWorking = new AtomicInteger();

    @Test
    void letsTwoWorkAndThirtyTwoWaitOfAThousand() throws Exception {
        CountDownLatch turnedAway = new CountDownLatch(CALLERS - LET_IN);
        CountDownLatch done = new CountDownLatch(LET_IN);
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            for (int i = 0; i < CALLERS; i++) {
                threads.execute(() -> call(turnedAway, done));
            }
            assertThat(turnedAway.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            threads.shutdownNow();
        }
        assertThat(mostWorking).hasValueLessThanOrEqualTo(2);
        assertThat(gate.<String>pass(() -> "open again")).isEqualTo("open again");
    }

    private void call(CountDownLatch turnedAway, CountDownLatch done) {
        try {
            gate.pass(() -> work(turnedAway));
            done.countDown();
        } catch (QuantException e) {
            assertThat(e.retryAfter()).isPresent();
            turnedAway.countDown();
        }
    }

    /** Holds its place until everybody else was turned away. */
    private boolean work(CountDownLatch turnedAway) {
        mostWorking.accumulateAndGet(working.incrementAndGet(), Math::max);
        try {
            return turnedAway.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            working.decrementAndGet();
        }
    }
}
