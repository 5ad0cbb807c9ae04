package org.quantplatform.model;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A day in an exchange's calendar.
 *
 * @param sessions in order of time; empty when closed or when hours are not known
 * @param name of the holiday or of the reason for special hours; null on ordinary days
 */
public record TradingDay(LocalDate date, State state, List<Session> sessions, @Nullable String name) {

    /** How sure we are that a day is a trading day. */
    public enum State {
        OPEN,
        CLOSED,
        /** The calendar does not cover this day. */
        UNKNOWN
    }

    /**
     * When orders are matched.
     *
     * @param kind {@code regular}, or the name of another session such as {@code pre}
     * @param opens local time of the market
     * @param closes exclusive
     */
    public record Session(String kind, LocalTime opens, LocalTime closes) {

        public static final String REGULAR = "regular";

        public Session {
            if (kind.isBlank() || !opens.isBefore(closes)) {
                throw new IllegalArgumentException("session " + kind + " from " + opens + " to " + closes);
            }
        }
    }

    public TradingDay {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(state, "state");
        sessions = List.copyOf(sessions);
    }
}
