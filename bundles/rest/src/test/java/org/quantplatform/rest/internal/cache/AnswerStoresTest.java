package org.quantplatform.rest.internal.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerStoresTest {

    private static final CachedAnswer SMALL =
            new CachedAnswer("\"t\"", "Tue, 01 Jan 2030 00:00:00 GMT", "gzip", "böse".getBytes(StandardCharsets.UTF_8));

    private static final Duration LATER = Duration.ofHours(1);

    @TempDir
    Path folder;

    private static CachedAnswer ofSize(int size) {
        return new CachedAnswer("\"t\"", "", "", new byte[size]);
    }

    @Test
    void keepsNoMoreThanTheLimit() {
        MemoryStore memory = new MemoryStore(100_000);
        for (int i = 0; i < 100; i++) {
            memory.put("k" + i, ofSize(5_000));
            memory.get("k0");
        }
        assertThat(memory.size()).isBetween(90_000L, 100_000L);
        assertThat(memory.get("k0")).isPresent();
        assertThat(memory.get("k1")).isEmpty();
        assertThat(memory.get("k99")).isPresent();
        memory.put("k99", ofSize(10));
        memory.put("large", ofSize(20_000));
        assertThat(memory.get("large")).isEmpty();
        assertThat(memory.size()).isLessThan(96_000L);
    }

    @Test
    void readsBackWhatItWrote() throws IOException {
        CachedAnswer read = CachedAnswer.of(SMALL.toBytes());
        assertThat(read.body()).isEqualTo(SMALL.body());
        assertThat(read.etag() + read.lastModified() + read.encoding())
                .isEqualTo(SMALL.etag() + SMALL.lastModified() + SMALL.encoding());
        byte[] cut = java.util.Arrays.copyOf(SMALL.toBytes(), SMALL.toBytes().length - 1);
        assertThatThrownBy(() -> CachedAnswer.of(cut)).isInstanceOf(IOException.class);
    }

    @Test
    void goesOnWithoutARedisThatIsNotThere() {
        try (RedisStore redis = new RedisStore(URI.create("redis://127.0.0.1:1/0"), LATER)) {
            redis.put("k", SMALL);
            assertThat(redis.get("k")).isEmpty();
        }
        assertThatThrownBy(() -> new RedisStore(URI.create("http://127.0.0.1/"), LATER))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sharesAnswersThroughARedisAndOutlivesIt() throws Exception {
        try (LocalRedis redis = LocalRedis.start(folder);
                RedisStore one = new RedisStore(redis.address(), LATER);
                RedisStore other = new RedisStore(redis.address(), LATER)) {
            one.put("k", SMALL);
            assertThat(other.get("k").map(CachedAnswer::body)).contains(SMALL.body());
            assertThat(other.get("unknown")).isEmpty();

            redis.kill();
            assertThat(one.get("k")).isEmpty();
            one.put("k", SMALL);
            assertThat(other.get("k")).isEmpty();
        }
    }
}
