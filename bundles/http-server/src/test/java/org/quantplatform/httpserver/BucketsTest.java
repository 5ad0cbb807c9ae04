package org.quantplatform.httpserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BucketsTest {

    private static final long TENTH = 100_000_000L;
    /** Close to where the clock's number turns negative. */
    private static final long START = Long.MAX_VALUE - 5 * TENTH;

    private final Buckets buckets = new Buckets(START);

    private long take(long key, long now) {
        return buckets.take(key, now, TENTH, 10);
    }

    @Test
    void aBurstEmptiesTheBucketAndTimeFillsIt() {
        for (int i = 0; i < 10; i++) {
            assertThat(take(1, START)).isZero();
        }
        assertThat(take(1, START)).isEqualTo(TENTH);
        assertThat(take(1, START + TENTH / 4)).isEqualTo(TENTH * 3 / 4);
        assertThat(take(1, START + TENTH)).isZero();
        assertThat(take(1, START + TENTH)).isEqualTo(TENTH);
        assertThat(take(2, START + TENTH)).isZero();
    }

    @Test
    void overTimeNoMoreThanTheRatePasses() {
        long passed = IntStream.range(0, 10_000)
                .filter(i -> take(1, START + i * (TENTH / 100)) == 0)
                .count();
        assertThat(passed).isEqualTo(10 + 99);
    }

    @Test
    void manyAtTheSameTimeGetNoMore() {
        AtomicInteger passed = new AtomicInteger();
        IntStream.range(0, 10_000).parallel().forEach(i -> {
            if (take(1, START) == 0) {
                passed.incrementAndGet();
            }
        });
        assertThat(passed).hasValue(10);
    }

    @Test
    void forgetsFullOnesAndHoldsNoMoreThanItMay() {
        for (long key = 0; key < 50_000; key++) {
            take(key, START);
        }
        assertThat(buckets.size()).isEqualTo(20_000);
        assertThat(take(49_999, START)).as("those beyond share one").isPositive();
        assertThat(take(3, START)).isZero();
        buckets.forgetFull(START + TENTH);
        assertThat(buckets.size()).isEqualTo(1);
        buckets.forgetFull(START + 2 * TENTH);
        assertThat(buckets.size()).isZero();
    }

    @Test
    void aNetworkOfSixtyFourBitsIsOneCaller() throws Exception {
        assertThat(key("2001:db8:0:1::1"))
                .isEqualTo(key("2001:db8:0:1:ffff::2"))
                .isNotEqualTo(key("2001:db8:0:2::1"));
        assertThat(key("10.0.0.1")).isNotEqualTo(key("10.0.0.2"));
        assertThat(key("255.0.0.1")).isNotEqualTo(key("::ff00:1"));
    }

    private static long key(String address) throws Exception {
        return Buckets.key(InetAddress.getByName(address));
    }
}
