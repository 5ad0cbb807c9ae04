package org.quantplatform.source.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What an answer means for the request that got it. */
public sealed interface Verdict {

    /** Data. */
    record Good() implements Verdict {}

    /**
     * Too many requests: the rate goes down, and the request is made again.
     *
     * @param after how long the provider wants quiet, null when it does not say
     */
    record TooMany(String reason, @Nullable Duration after) implements Verdict {}

    /** Trouble that may pass: the request is made again. */
    record Again(String reason) implements Verdict {}

    /** Token, cookie or crumb is no longer valid: it is renewed, once per request, and the request is made again. */
    record Renew(String code, String reason) implements Verdict {}

    /** No. */
    record Refused(String code, String reason) implements Verdict {}
}
