package org.quantplatform.rest.internal.cache;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.SetParams;
import redis.clients.jedis.util.JedisURIHelper;

/**
 * Shared by several servers. A Redis that does not answer is left alone for a while, and the servers go on without it.
 */
final class RedisStore implements AnswerStore {

    private static final Logger LOG = LoggerFactory.getLogger(RedisStore.class);
    private static final int TIMEOUT_MILLIS = 500;
    private static final long LIFETIME_SECONDS = TimeUnit.HOURS.toSeconds(24);
    private static final int LARGEST = 4 << 20;

    private final RedisClient redis;
    private final String shown;
    private final long pauseNanos;
    private final AtomicLong pausedSince = new AtomicLong();
    private volatile boolean paused;

    /**
     * @param pause for which a Redis that did not answer is left alone
     * @throws IllegalArgumentException when the address is none of a Redis
     */
    RedisStore(URI address, Duration pause) {
        if (!JedisURIHelper.isValid(address)) {
            throw new IllegalArgumentException("an address such as redis://127.0.0.1:6379/0 is needed");
        }
        HostAndPort server = JedisURIHelper.getHostAndPort(address);
        this.shown = server.toString();
        this.pauseNanos = pause.toNanos();
        DefaultJedisClientConfig.Builder config = DefaultJedisClientConfig.builder()
                .connectionTimeoutMillis(TIMEOUT_MILLIS)
                .socketTimeoutMillis(TIMEOUT_MILLIS)
                .user(JedisURIHelper.getUser(address))
                .password(JedisURIHelper.getPassword(address))
                .database(JedisURIHelper.getDBIndex(address));
        if (JedisURIHelper.isRedisSSLScheme(address)) {
            config.sslOptions(SslOptions.defaults());
        }
        this.redis = RedisClient.builder()
                .hostAndPort(server)
                .clientConfig(config.build())
                .build();
    }

    @Override
    public Optional<CachedAnswer> get(String key) {
        return asked(() -> Optional.ofNullable(redis.get(bytes(key)))).flatMap(RedisStore::read);
    }

    @Override
    public void put(String key, CachedAnswer answer) {
        if (answer.weight() <= LARGEST) {
            asked(() -> Optional.of(redis.set(bytes(key), answer.toBytes(), new SetParams().ex(LIFETIME_SECONDS))));
        }
    }

    @Override
    public void close() {
        redis.close();
    }

    private <T> Optional<T> asked(Supplier<Optional<T>> question) {
        if (paused && System.nanoTime() - pausedSince.get() < pauseNanos) {
            return Optional.empty();
        }
        try {
            Optional<T> answer = question.get();
            if (paused) {
                paused = false;
                LOG.info("Redis at {} answers again", shown);
            }
            return answer;
        } catch (JedisException e) {
            if (!paused) {
                LOG.warn("Redis at {} does not answer; the server goes on without it: {}", shown, e.toString());
            }
            pausedSince.set(System.nanoTime());
            paused = true;
            return Optional.empty();
        }
    }

    private static Optional<CachedAnswer> read(byte[] bytes) {
        try {
            return Optional.of(CachedAnswer.of(bytes));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }
}
