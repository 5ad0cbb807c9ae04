package org.quantplatform.source.kis.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quantplatform.fakes.Faults.Fault;
import org.quantplatform.fakes.kis.KisProvider;
import org.quantplatform.source.http.ProviderRefusal;
import org.quantplatform.source.http.Secret;

/** One token a minute, good for a day, the same for six hours. */
class TokensTest {

    private static final Instant START = Instant.parse("2026-11-27T03:00:00Z");

    @TempDir
    private Path folder;

    private PassingTime time;
    private KisProvider server;

    @BeforeEach
    void start() {
        time = new PassingTime(START);
        server = Sources.server(Sources.UNLIMITED, time);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private TokenKeeper keeper(Path tokens) {
        return new TokenKeeper(Sources.setup(server, tokens), Sources.account(), time, time);
    }

    private long issued() {
        return server.counters().of("tokens");
    }

    @Test
    @DisplayName("KIS 1. many threads that need a token at once make one request for it")
    void asksOnce() throws Exception {
        TokenKeeper keeper = keeper(null);
        Set<Secret> tokens = ConcurrentHashMap.newKeySet();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> work = IntStream.range(0, 32)
                    .mapToObj(i -> (Callable<Boolean>) () -> tokens.add(keeper.current(() -> false)))
                    .toList();
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(tokens).hasSize(1);
        assertThat(issued()).isEqualTo(1);
    }

    @Test
    @DisplayName("KIS 2. a second token within the minute is refused with 403, and is waited for")
    void waitsOutTheMinute() throws IOException {
        keeper(null).current(() -> false);
        time.pass(Duration.ofSeconds(5));
        Secret again = keeper(null).current(() -> false);
        assertThat(again.isEmpty()).isFalse();
        assertThat(time.slept()).isGreaterThanOrEqualTo(Duration.ofSeconds(55));
        assertThat(issued()).isEqualTo(3);
    }

    @Test
    @DisplayName("KIS 3. a token is kept over a restart")
    void keepsTheToken() throws IOException {
        Secret first = keeper(folder).current(() -> false);
        Secret second = keeper(folder).current(() -> false);
        assertThat(second).isEqualTo(first);
        assertThat(issued()).isEqualTo(1);
    }

    @Test
    @DisplayName("KIS 4. a kept token is its owner's alone, and unreadable without the account's secret")
    void keepsTheTokenPrivate() throws IOException {
        Secret token = keeper(folder).current(() -> false);
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> kept = files.toList();
            assertThat(kept).hasSize(1);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept.get(0))))
                    .isEqualTo("rw-------");
            assertThat(new String(Files.readAllBytes(kept.get(0)), StandardCharsets.ISO_8859_1))
                    .doesNotContain(token.reveal())
                    .doesNotContain(KisProvider.KEY);
            assertThat(kept.get(0).toString()).doesNotContain(KisProvider.KEY);
        }
        Account stranger = new Account(Secret.of(KisProvider.KEY), Secret.of("another secret"));
        assertThat(new TokenFile(folder, server.address(), stranger).read()).isNull();
        assertThat(new TokenFile(folder, server.address(), Sources.account()).read())
                .isNotNull();
        assertThat(new TokenFile(folder, KisSetup.REAL, Sources.account()).read())
                .isNull();
    }

    @Test
    @DisplayName("KIS 5. a kept token that was tampered with is asked for again")
    void distrustsDamage() throws IOException {
        keeper(folder).current(() -> false);
        try (Stream<Path> files = Files.list(folder)) {
            Path file = files.findFirst().orElseThrow();
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);
        }
        time.pass(Duration.ofMinutes(2));
        assertThat(keeper(folder).current(() -> false).isEmpty()).isFalse();
        assertThat(issued()).isEqualTo(2);
    }

    @Test
    @DisplayName("KIS 6. a token is asked for anew shortly before it ends, not before")
    void asksBeforeTheEnd() throws IOException {
        TokenKeeper keeper = keeper(null);
        Secret first = keeper.current(() -> false);
        time.pass(Duration.ofHours(23).plusMinutes(50));
        assertThat(keeper.current(() -> false)).isEqualTo(first);
        time.pass(Duration.ofMinutes(6));
        assertThat(keeper.current(() -> false)).isNotEqualTo(first);
    }

    @Test
    @DisplayName("KIS 7. the end is told by the seconds, not by a clock that may be wrong")
    void ignoresAClockThatIsWrong() throws IOException {
        server.faults().every(Fault.CLOCK_SKEW, 1);
        TokenKeeper keeper = keeper(null);
        Secret first = keeper.current(() -> false);
        time.pass(Duration.ofHours(23).plusMinutes(56));
        assertThat(keeper.current(() -> false)).isNotEqualTo(first);
    }

    @Test
    @DisplayName("KIS 8. who was refused a token gets another, once for all who were")
    void renewsOnce() throws IOException {
        TokenKeeper keeper = keeper(null);
        Secret first = keeper.current(() -> false);
        time.pass(Duration.ofMinutes(2));
        server.expireTokens();
        Secret second = keeper.after(first, () -> false);
        assertThat(second).isNotEqualTo(first);
        assertThat(keeper.after(first, () -> false)).isEqualTo(second);
        assertThat(issued()).isEqualTo(2);
    }

    @Test
    @DisplayName("KIS 9. a wrong key or secret ends at once with the provider's code and without the key")
    void tellsWrongKeys() {
        Account stranger = new Account(Secret.of("PSnobody"), Secret.of("nothing"));
        TokenKeeper wrongKey = new TokenKeeper(Sources.setup(server, null), stranger, time, time);
        assertThatThrownBy(() -> wrongKey.current(() -> false))
                .isInstanceOf(ProviderRefusal.class)
                .hasMessageContaining("EGW00103")
                .hasMessageNotContaining("PSnobody");
        Account half = new Account(Secret.of(KisProvider.KEY), Secret.of("nothing"));
        TokenKeeper wrongSecret = new TokenKeeper(Sources.setup(server, null), half, time, time);
        assertThatThrownBy(() -> wrongSecret.current(() -> false))
                .isInstanceOf(ProviderRefusal.class)
                .hasMessageContaining("EGW00105");
        assertThat(time.slept()).isZero();
    }

    @Test
    @DisplayName("KIS 10. who waits for a token can be called off")
    void canBeCalledOff() throws IOException {
        keeper(null).current(() -> false);
        TokenKeeper keeper = keeper(null);
        assertThatThrownBy(() -> keeper.current(() -> time.slept().compareTo(Duration.ofSeconds(3)) > 0))
                .hasMessage("cancelled");
        assertThat(time.slept()).isLessThan(Duration.ofSeconds(10));
    }
}
