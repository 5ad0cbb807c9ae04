package org.quantplatform.rest.internal.cache;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.quantplatform.model.Credentials;

/**
 * Who has lately been found to be allowed to read what. It holds for some seconds, like the session itself, and is given
 * up at once when this server changes anything.
 */
final class Known {

    private static final long HOLDS_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final int AT_MOST = 10_000;

    private final Map<Reader, Verdict> verdicts = new LinkedHashMap<>() {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Reader, Verdict> eldest) {
            return size() > AT_MOST;
        }
    };
    private long changes;

    /** The credentials themselves, since of two of the same user one may allow less. */
    private record Reader(Credentials credentials, Subject subject) {}

    private record Verdict(String version, long nanos) {}

    /** The version of the subject that the caller was found to be allowed to read. */
    synchronized Optional<String> version(Credentials credentials, Subject subject) {
        Verdict verdict = verdicts.get(new Reader(credentials, subject));
        return verdict == null || System.nanoTime() - verdict.nanos() >= HOLDS_NANOS
                ? Optional.empty()
                : Optional.of(verdict.version());
    }

    /** To be asked for before the check whose outcome is noted. */
    synchronized long changes() {
        return changes;
    }

    /** Notes the outcome, unless something changed while it was found. */
    synchronized void note(Credentials credentials, Subject subject, String version, long before) {
        if (before == changes) {
            Reader reader = new Reader(credentials, subject);
            verdicts.remove(reader);
            verdicts.put(reader, new Verdict(version, System.nanoTime()));
        }
    }

    synchronized void forgetAll() {
        changes++;
        verdicts.clear();
    }
}
