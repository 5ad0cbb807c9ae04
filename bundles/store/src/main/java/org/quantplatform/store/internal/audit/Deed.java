package org.quantplatform.store.internal.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.quantplatform.core.identity.Caller;

/**
 * Something that was done or refused, before it has its place in the log. Texts are as long as the log takes them and hold
 * no NUL, which the database does not.
 *
 * @param timestamp in whole microseconds, as the database keeps it
 * @param count how often it happened, at least 1
 */
record Deed(
        Instant timestamp,
        long userId,
        String username,
        String action,
        @Nullable String resource,
        String status,
        String address,
        long count) {

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_ACTION = 100;
    private static final int LONGEST_RESOURCE = 1000;

    static Deed of(Instant timestamp, Caller caller, String action, @Nullable String resource, String status) {
        return new Deed(
                timestamp.truncatedTo(ChronoUnit.MICROS),
                caller.userId(),
                bounded(caller.username(), LONGEST_NAME),
                bounded(action, LONGEST_ACTION),
                resource == null ? null : bounded(resource, LONGEST_RESOURCE),
                status,
                bounded(caller.address(), LONGEST_NAME),
                1);
    }

    Deed repeated(Instant last, long times) {
        return new Deed(
                last.truncatedTo(ChronoUnit.MICROS), userId, username, action, resource, status, address, times);
    }

    /** Cut between characters, never through one. */
    private static String bounded(String text, int longest) {
        String clean = text.replace('\0', ' ');
        if (clean.length() <= longest) {
            return clean;
        }
        return clean.substring(0, Character.isHighSurrogate(clean.charAt(longest - 1)) ? longest - 1 : longest);
    }
}
