package org.quantplatform.source.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private static final URI HOST = URI.create("http://127.0.0.1:9");

    private final FakePace pace = new FakePace();

    @Test
    void letsBurstThroughThenSpacesEvenly() throws IOException {
        RateLimit limit = new RateLimit(5, 5, pace);
        for (int i = 0; i < 5; i++) {
            limit.await(() -> false);
        }
        assertThat(pace.seconds()).isZero();
        limit.await(() -> false);
        assertThat(pace.seconds()).isCloseTo(12, within(1e-6));
        limit.await(() -> false);
        assertThat(pace.seconds()).isCloseTo(24, within(1e-6));
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
    void slowsDownOnComplaintsAndRecovers() throws IOException {
        RateLimit limit = new RateLimit(600, 1, pace);
        limit.complained(null);
        limit.complained(null);
        assertThat(limit.space()).isEqualTo(Duration.ofMillis(400));
        for (int i = 0; i < 400; i++) {
            limit.succeeded();
        }
        assertThat(limit.space()).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void slowsDownEvenWithoutAConfiguredRate() {
        RateLimit limit = new RateLimit(0, 1, pace);
        limit.complained(null);
        assertThat(limit.space()).isPositive();
        for (int i = 0; i < 2_000; i++) {
            limit.succeeded();
        }
        assertThat(limit.space()).isZero();
    }

    @Test
    void endsWaitingWhenCancelled() throws IOException {
        RateLimit limit = new RateLimit(1, 1, pace);
        limit.await(() -> false);
        assertThatThrownBy(() -> limit.await(() -> pace.seconds() > 1)).isInstanceOf(FetchCancelled.class);
        assertThat(pace.seconds()).isLessThan(2);
    }

    @Test
    void isSharedByKeyAndHost() {
        RateLimit one = RateLimit.shared(HOST, Secret.of("a"), 10, 1);
        assertThat(RateLimit.shared(HOST, Secret.of("a"), 10, 1)).isSameAs(one);
        assertThat(RateLimit.shared(HOST, Secret.of("b"), 10, 1)).isNotSameAs(one);
    }
}
