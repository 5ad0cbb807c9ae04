package org.quantplatform.security.internal.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.quantplatform.core.identity.LoginFailures;

/** Shuts the door for a name or an address after too many wrong passwords, longer each time. */
final class LockOut {

    private static final int FREE_PER_NAME = 5;
    private static final int FREE_PER_ADDRESS = 20;
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int DOUBLINGS = 5;

    private final LoginFailures failures;
    private final Clock clock;

    LockOut(LoginFailures failures, Clock clock) {
        this.failures = failures;
        this.clock = clock;
    }

    /** Who failed and from where, each with the failures that it has free. */
    record Subjects(List<Subject> all) {

        static Subjects of(String name, String address) {
            return new Subjects(List.of(
                    new Subject(Tokens.hash("name " + name.toLowerCase(Locale.ROOT)), FREE_PER_NAME),
                    new Subject(Tokens.hash("address " + address), FREE_PER_ADDRESS)));
        }
    }

    private record Subject(String key, int free) {}

    /** How long the door stays shut; empty when it is open. */
    Optional<Duration> remaining(Subjects subjects) {
        Instant now = clock.instant();
        return subjects.all().stream()
                .map(subject -> failures.state(subject.key()).lockedUntil())
                .filter(until -> until != null && until.isAfter(now))
                .map(until -> Duration.between(now, until))
                .max(Duration::compareTo);
    }

    void failed(Subjects subjects) {
        for (Subject subject : subjects.all()) {
            int count = failures.add(subject.key());
            if (count >= subject.free()) {
                failures.lock(subject.key(), clock.instant().plus(pause(count - subject.free())));
            }
        }
    }

    void succeeded(Subjects subjects) {
        subjects.all().forEach(subject -> failures.clear(subject.key()));
    }

    private static Duration pause(int beyond) {
        Duration pause = FIRST.multipliedBy(1L << Math.min(beyond, DOUBLINGS));
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }
}
