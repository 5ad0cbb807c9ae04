package org.quantplatform.rest.internal.http;

import org.quantplatform.api.PlatformSession;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;

/** What holds for every stream: it ends with the login of its reader. */
public final class OpenStreams {

    private static final int CHECKED_EVERY_SECONDS = 5;

    private OpenStreams() {}

    /** Seconds between two looks, no more than between two pings. */
    public static int checkSeconds(int pingSeconds) {
        return Math.min(CHECKED_EVERY_SECONDS, pingSeconds);
    }

    /** Whether the reader has logged out meanwhile, or may not log in any more. */
    public static boolean hasEnded(PlatformSession session) {
        try {
            session.jobs();
            return false;
        } catch (QuantException e) {
            return e.code() == ErrorCode.UNAUTHENTICATED;
        }
    }
}
