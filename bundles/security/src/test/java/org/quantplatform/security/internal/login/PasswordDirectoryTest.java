package org.quantplatform.security.internal.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quantplatform.core.identity.User;
import org.quantplatform.model.Role;
import org.quantplatform.spi.auth.UserDirectory.PasswordCheck;

class PasswordDirectoryTest {

    private static final String ADDRESS = "203.0.113.7";
    private static final PasswordCheck RIGHT = new PasswordCheck.Right("ann");
    private static final PasswordCheck WRONG = new PasswordCheck.Wrong();

    private final MemoryUsers users = new MemoryUsers();
    private final CountedHashes hashes = new CountedHashes();
    private final TestClock clock = new TestClock();
    private final PasswordDirectory directory = new PasswordDirectory(users, new MemoryFailures(), hashes, clock);

    private User ann() {
        return users.add(
                new User.Draft("ann", "ann@example.org", Role.USER, directory.lasting("correct horse battery")));
    }

    @Test
    void knowsUsersByNameAndAddress() {
        ann();

        assertThat(check("Ann", "correct horse battery")).isEqualTo(RIGHT);
        assertThat(check("ann@EXAMPLE.org", "correct horse battery")).isEqualTo(RIGHT);
        assertThat(check("ann", "correct horse batterx")).isEqualTo(WRONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "idle", "expired", "aws", "' or '1'='1", "ann'; drop table users; --", ""})
    void worksAsMuchForWhomItDoesNotKnow(String login) {
        User idle = users.add(new User.Draft("idle", null, Role.USER, directory.lasting("right")));
        users.setActive(idle.id(), false);
        users.add(new User.Draft("expired", null, Role.USER, directory.temporary("right")));
        users.ensureUser("aws", java.util.Set.of(Role.USER));
        clock.pass(Duration.ofHours(25));
        hashes.compared.set(0);

        assertThat(check(login, "right")).isEqualTo(WRONG);
        assertThat(hashes.compared).hasValue(1);
    }

    @Test
    void shutsTheDoorAfterFiveWrongPasswordsAndLongerEachTime() {
        ann();
        failTimes(5);

        assertThat(check("ann", "correct horse battery")).isEqualTo(locked(30));
        clock.pass(Duration.ofSeconds(31));
        failTimes(1);
        assertThat(check("ann@example.org", "correct horse battery")).isEqualTo(locked(60));
        for (int i = 0; i < 9; i++) {
            clock.pass(Duration.ofMinutes(16));
            failTimes(1);
        }
        assertThat(check("ann", "correct horse battery")).isEqualTo(locked(900));
        clock.pass(Duration.ofMinutes(16));
        assertThat(check("ann", "correct horse battery")).isEqualTo(RIGHT);
        failTimes(4);
        assertThat(check("ann", "correct horse battery")).isEqualTo(RIGHT);
    }

    @Test
    void locksNamesThatNobodyHasAsItLocksOthers() {
        IntStream.range(0, 5).forEach(i -> check("nobody", "wrong"));

        assertThat(check("nobody", "wrong")).isEqualTo(locked(30));
    }

    @Test
    void shutsTheDoorForAnAddressThatTriesManyNames() {
        ann();
        IntStream.range(0, 20).forEach(i -> check("name" + i, "wrong"));

        assertThat(check("ann", "correct horse battery")).isEqualTo(locked(30));
        assertThat(directory.check("ann", "correct horse battery", "198.51.100.1"))
                .isEqualTo(RIGHT);
    }

    @Test
    void comparesNoMoreThanTwoBeyondTheLockHoweverManyTryAtOnce() throws Exception {
        ann();
        hashes.compared.set(0);
        ExecutorService threads = Executors.newFixedThreadPool(200);
        try {
            Callable<PasswordCheck> guess = () -> check("ann", "wrong");
            List<Future<PasswordCheck>> guesses = threads.invokeAll(
                    IntStream.range(0, 1000).mapToObj(i -> guess).toList());
            for (Future<PasswordCheck> one : guesses) {
                assertThat(one.get()).isNotEqualTo(RIGHT);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(hashes.compared.get()).isBetween(5, 6);
    }

    private PasswordCheck check(String login, String password) {
        return directory.check(login, password, ADDRESS);
    }

    private void failTimes(int times) {
        IntStream.range(0, times).forEach(i -> assertThat(check("ann", "wrong")).isEqualTo(WRONG));
    }

    private static PasswordCheck locked(int seconds) {
        return new PasswordCheck.Later("too many wrong passwords", Duration.ofSeconds(seconds));
    }
}
