package org.quantplatform.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;
import org.quantplatform.rest.internal.cache.AnswerCache;
import org.quantplatform.rest.internal.cache.LocalRedis;

/** A Redis that goes and comes while the server answers. */
class RedisLossTest {

    /** Too little to keep anything in, so that what is kept comes from Redis. */
    private static final long NO_MEMORY = 1;

    @TempDir
    Path folder;

    @Test
    void answersGoOnWithoutItAndUseItAgainWhenItIsBack() throws Exception {
        try (LocalRedis redis = LocalRedis.start(folder);
                TestServer server = new TestServer(
                        TestServer.options(3),
                        200,
                        new AnswerCache(NO_MEMORY, redis.address().toString(), Duration.ZERO))) {
            server.open();
            String route = "backtest/" + server.completedRun() + "/equity";
            awaitKept(server, route);

            redis.kill();
            for (int i = 0; i < 5; i++) {
                assertThat(server.get(route).statusCode()).isEqualTo(200);
            }
            assertThat(isKept(server, route)).isFalse();

            redis.startAgain();
            awaitKept(server, route);
        }
    }

    /** The right to read is asked of the service again after some seconds, which a slow machine may take. */
    private static void awaitKept(TestServer server, String route) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        do {
            assertThat(System.nanoTime()).isLessThan(deadline);
            assertThat(server.get(route).statusCode()).isEqualTo(200);
        } while (!isKept(server, route));
    }

    /** Whether it is answered although no service answers. */
    private static boolean isKept(TestServer server, String route) throws Exception {
        server.platform.failure = QuantException.of(ErrorCode.UNAVAILABLE, "no database");
        try {
            return server.get(route).statusCode() == 200;
        } finally {
            server.platform.failure = null;
        }
    }
}
