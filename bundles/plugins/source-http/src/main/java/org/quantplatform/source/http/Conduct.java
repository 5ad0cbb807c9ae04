package org.quantplatform.source.http;

import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a provider wants to be spoken to, and what its answers mean. */
public interface Conduct {

    /** The request with key, cookie or token. Called before each attempt. */
    default WebRequest signed(WebRequest request) throws IOException {
        return request;
    }

    default Verdict verdict(WebAnswer answer) {
        return byStatus(answer, answer.place() + " answered with HTTP status " + answer.status());
    }

    /** Gets a new token, cookie or crumb. */
    default void renew() throws IOException {
        throw new ProviderRefusal(401, "401", "the provider does not accept the key");
    }

    /** What HTTP itself says about an answer. */
    static Verdict byStatus(WebAnswer answer, String reason) {
        int status = answer.status();
        if (status >= 200 && status < 300) {
            return new Verdict.Good();
        }
        if (status == 429) {
            return new Verdict.TooMany(reason, retryAfter(answer, Clock.systemUTC()));
        }
        if (status == 408 || status == 413 || status == 499 || status >= 500) {
            return new Verdict.Again(reason);
        }
        return new Verdict.Refused(String.valueOf(status), reason);
    }

    /** What the header Retry-After asks for, in seconds or as a date; null when there is none that makes sense. */
    static @Nullable Duration retryAfter(WebAnswer answer, Clock clock) {
        Optional<String> header = answer.header("retry-after");
        if (header.isEmpty()) {
            return null;
        }
        String text = header.get().strip();
        if (text.matches("\\d{1,6}")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        try {
            ZonedDateTime until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
            Duration wait = Duration.between(clock.instant(), until.toInstant());
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
