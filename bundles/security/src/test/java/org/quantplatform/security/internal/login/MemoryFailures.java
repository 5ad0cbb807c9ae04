package org.quantplatform.security.internal.login;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.quantplatform.core.identity.LoginFailures;

/** Failed logins in a map. */
final class MemoryFailures implements LoginFailures {

    private final Map<String, State> states = new ConcurrentHashMap<>();

    @Override
    public State state(String subject) {
        return states.getOrDefault(subject, new State(0, null));
    }

    @Override
    public int add(String subject) {
        return states.merge(subject, new State(1, null), (old, one) -> new State(old.failures() + 1, old.lockedUntil()))
                .failures();
    }

    @Override
    public void lock(String subject, Instant until) {
        states.computeIfPresent(subject, (key, old) -> new State(old.failures(), until));
    }

    @Override
    public void clear(String subject) {
        states.remove(subject);
    }
}
