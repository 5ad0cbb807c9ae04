package org.quantplatform.rest.internal.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerStoresTest {

    private static final CachedAnswer SMALL =
            new CachedAnswer("\"t\"", "Tue, 01 Jan 2030 00:00:00 GMT", "gzip", "böse".getBytes(StandardCharsets.UTF_8));

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
        try (RedisStore redis = new RedisStore(URI.create("redis://127.0.0.1:1/0"))) {
            redis.put("k", SMALL);
            assertThat(redis.get("k")).isEmpty();
        }
        assertThatThrownBy(() -> new RedisStore(URI.create("http://127.0.0.1/")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sharesAnswersThroughARedisAndOutlivesIt() throws Exception {
        int port = freePort();
        Process server = redis(port);
        URI address = URI.create("redis://:secret@127.0.0.1:" + port + "/2");
        try (RedisStore one = new RedisStore(address);
                RedisStore other = new RedisStore(address)) {
            one.put("k", SMALL);
            assertThat(other.get("k").map(CachedAnswer::body)).contains(SMALL.body());
            assertThat(other.get("unknown")).isEmpty();

            server.destroyForcibly().waitFor();
            assertThat(one.get("k")).isEmpty();
            one.put("k", SMALL);
            assertThat(other.get("k")).isEmpty();
        } finally {
            server.destroyForcibly();
        }
    }

    private Process redis(int port) throws Exception {
        String program = "/usr/bin/redis-server";
        assumeTrue(
                Files.isExecutable(Path.of(program)),
                "no redis-server is installed (Debian: apt install redis-server)");
        Process server = new ProcessBuilder(
                        program,
                        "--port",
                        String.valueOf(port),
                        "--bind",
                        "127.0.0.1",
                        "--save",
                        "",
                        "--requirepass",
                        "secret",
                        "--dir",
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("redis.log").toFile())
                .start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (System.nanoTime() < end) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return server;
            } catch (IOException e) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        server.destroyForcibly();
        throw new AssertionError("redis-server does not listen: " + Files.readString(folder.resolve("redis.log")));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
