package org.quantplatform.api.data;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.QuantException;

/**
 * As of when stored data is read: what the platform had stored then, whatever came or was corrected later. Exactly one of
 * the two is there.
 *
 * @param snapshot id of a snapshot
 * @param time up to which, inclusive
 */
public record AsOf(@Nullable Long snapshot, @Nullable Instant time) {

    public AsOf {
        if ((snapshot == null) == (time == null)) {
            throw new IllegalArgumentException("either a snapshot or a time is needed");
        }
    }

    public static AsOf snapshot(long id) {
        return new AsOf(id, null);
    }

    public static AsOf time(Instant time) {
        return new AsOf(null, time);
    }

    /**
     * Reads a snapshot's id, a time such as {@code 2026-01-31T12:00:00Z}, or a day, which means its end in UTC.
     *
     * @throws QuantException {@code INVALID_REQUEST} for the field
     */
    public static AsOf parse(String field, String text) {
        try {
            if (text.matches("[0-9]{1,18}")) {
                return snapshot(Long.parseLong(text));
            }
            return text.length() == 10
                    ? time(LocalDate.parse(text)
                            .plusDays(1)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                            .minusNanos(1000))
                    : time(Instant.parse(text));
        } catch (DateTimeException e) {
            throw QuantException.invalid(
                    field, "must be a snapshot's id, a day such as 2026-01-31 or a time such as 2026-01-31T12:00:00Z");
        }
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return String.valueOf(snapshot == null ? time : snapshot);
    }
}
