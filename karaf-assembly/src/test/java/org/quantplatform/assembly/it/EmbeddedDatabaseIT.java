package org.quantplatform.assembly.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The launcher's commands on a server of its own, with blows to the server and to its database between them. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EmbeddedDatabaseIT {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path folder;

    private static LaunchedServer launched;

    @BeforeAll
    static void start() throws Exception {
        launched = LaunchedServer.unpack(folder.resolve("quant"), Map.of());
        launched.start();
    }

    @AfterAll
    static void stop() throws Exception {
        launched.stop();
    }

    @Test
    @Order(1)
    void startIsIdempotent() throws Exception {
        LaunchedServer.Outcome again = launched.quant("start");
        assertThat(again.exitCode()).isZero();
        assertThat(again.output()).contains("Already running");
    }

    @Test
    @Order(1)
    void rehearsesBacktestsBeforeItIsReady() throws Exception {
        assertThat(launched.server().log()).content().containsPattern("Rehearsed backtests: [1-9]");
    }

    @Test
    @Order(2)
    void opensItsShellWithoutAPassword() throws Exception {
        LaunchedServer.Outcome outcome = launched.quant("shell", "bundle:list -t 0");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.output()).contains("Quant :: Embedded database");
    }

    @Test
    @Order(3)
    void keepsItsFilesPrivate() throws Exception {
        Path data = launched.server().home().resolve("data");
        try (Stream<Path> files = Files.walk(data, 2)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                    .isEqualTo("rwx------");
            assertThat(files.map(Path::toString)).anyMatch(name -> name.endsWith("credentials.properties"));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("shell.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    @Order(4)
    void startsItsDatabaseAgainWhenThatDies() throws Exception {
        long killed = postmaster();
        ProcessHandle.of(killed).orElseThrow().destroyForcibly();
        Deadline.await("a new PostgreSQL", Duration.ofSeconds(60), () -> isOtherAndAlive(killed));
        launched.server().awaitReady();
    }

    @Test
    @Order(5)
    void survivesBeingKilled() throws Exception {
        long orphan = postmaster();
        launched.kill();
        launched.start();
        assertThat(postmaster()).isNotEqualTo(orphan);
        assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    @Order(6)
    void stopsServerAndDatabase() throws Exception {
        long database = postmaster();
        assertThat(launched.quant("stop").exitCode()).isZero();
        assertThat(ProcessHandle.of(database).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(launched.quant("status").exitCode()).isEqualTo(4);
        assertThat(launched.quant("stop").exitCode()).isZero();
    }

    private static boolean isOtherAndAlive(long killed) throws Exception {
        return Files.exists(pidFile())
                && postmaster() != killed
                && ProcessHandle.of(postmaster()).filter(ProcessHandle::isAlive).isPresent();
    }

    private static long postmaster() throws Exception {
        return Long.parseLong(Files.readAllLines(pidFile()).get(0).strip());
    }

    private static Path pidFile() {
        return launched.server().home().resolve("data/postgres/data/postmaster.pid");
    }
}
