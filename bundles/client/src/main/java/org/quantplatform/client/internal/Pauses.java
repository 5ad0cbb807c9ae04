package org.quantplatform.client.internal;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.quantplatform.client.ClientSettings;

/** How long to wait before a call is made again. */
final class Pauses {

    private Pauses() {}

    /**
     * @param attempt the one that failed, from 1
     * @return empty when the call should not be made again
     */
    static Optional<Duration> after(int attempt, ClientSettings settings, Optional<Duration> wanted) {
        if (attempt >= settings.attempts()) {
            return Optional.empty();
        }
        if (wanted.isPresent()) {
            return wanted.filter(w -> w.compareTo(settings.longestPause()) <= 0);
        }
        long full = settings.firstPause().toMillis() << Math.min(attempt - 1, 16);
        long bounded = Math.max(2, Math.min(full, settings.longestPause().toMillis()));
        // half fixed, half by chance, so that clients that were refused together do not come back together
        return Optional.of(
                Duration.ofMillis(bounded / 2 + ThreadLocalRandom.current().nextLong(bounded / 2 + 1)));
    }

    /** Reads {@code Retry-After}, in seconds or as a date; empty when there is none that can be read. */
    static Optional<Duration> wanted(HttpHeaders headers, Instant now) {
        return headers.firstValue("Retry-After").map(String::strip).flatMap(text -> wanted(text, now));
    }

    private static Optional<Duration> wanted(String text, Instant now) {
        if (text.matches("[0-9]{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration left = Duration.between(now, until);
            return Optional.of(left.isNegative() ? Duration.ZERO : left);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
