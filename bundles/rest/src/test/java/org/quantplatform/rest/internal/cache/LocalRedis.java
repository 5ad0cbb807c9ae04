package org.quantplatform.rest.internal.cache;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A real Redis on this machine, which may be killed and started again at the same address. */
public final class LocalRedis implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/bin/redis-server");

    private final Path folder;
    private final int port;
    private Process process;

    private LocalRedis(Path folder, int port) throws Exception {
        this.folder = folder;
        this.port = port;
        this.process = begin();
    }

    /** Skips the test where no Redis is installed. */
    public static LocalRedis start(Path folder) throws Exception {
        assumeTrue(Files.isExecutable(PROGRAM), "no redis-server is installed (Debian: apt install redis-server)");
        return new LocalRedis(folder, freePort());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    public URI address() {
        return URI.create("redis://:secret@127.0.0.1:" + port + "/2");
    }

    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public void startAgain() throws Exception {
        process = begin();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private Process begin() throws Exception {
        Process begun = new ProcessBuilder(
                        PROGRAM.toString(),
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
                return begun;
            } catch (IOException e) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        begun.destroyForcibly();
        throw new AssertionError("redis-server does not listen: " + Files.readString(folder.resolve("redis.log")));
    }
}
