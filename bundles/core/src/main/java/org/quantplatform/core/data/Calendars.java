package org.quantplatform.core.data;

import java.time.LocalDate;
import org.quantplatform.model.Market;

/** Trading days as the exchanges announce them. */
public interface Calendars {

    /** How sure we are that a day is a trading day. */
    enum Session {
        OPEN,
        CLOSED,
        /** The calendar does not cover this day. */
        UNKNOWN
    }

    Session session(Market market, LocalDate date);

    /** The {@code sessions}-th open day after {@code date}; weekdays stand in where the calendar does not reach. */
    LocalDate plusSessions(Market market, LocalDate date, int sessions);
}
