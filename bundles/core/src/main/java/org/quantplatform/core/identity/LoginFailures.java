package org.quantplatform.core.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Counts failed logins by subject, the hash of a name or an address; a day without a failure forgets them. */
public interface LoginFailures {

    State state(String subject);

    /** Counts one more, and answers with the number so far. */
    int add(String subject);

    void lock(String subject, Instant until);

    void clear(String subject);

    /** @param lockedUntil null when it never was */
    record State(int failures, @Nullable Instant lockedUntil) {}
}
