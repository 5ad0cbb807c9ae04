package org.quantplatform.market.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.Market;
import org.quantplatform.model.TradingDay;
import org.quantplatform.model.TradingDay.Session;
import org.quantplatform.model.TradingDay.State;
import org.quantplatform.spi.market.MarketRules;

/** Days on which a market trades, as days since 1970-01-01; weekdays stand in where its calendar does not reach. */
final class MarketSessions {

    private static final int MOST_CLOSED_DAYS = 40;

    private final int[] days;

    private MarketSessions(int[] days) {
        this.days = days;
    }

    /** From and to are inclusive. */
    static MarketSessions between(MarketRules rules, LocalDate from, LocalDate to) {
        return new MarketSessions(
                from.isAfter(to)
                        ? new int[0]
                        : from.datesUntil(to.plusDays(1))
                                .filter(date -> isOpen(rules.day(date)))
                                .mapToInt(date -> (int) date.toEpochDay())
                                .toArray());
    }

    /** The latest session that has closed by now; a day whose hours are not known closes with the day. */
    static LocalDate latestClosed(Market market, MarketRules rules, Clock clock) {
        return latestFinal(market, rules, clock, null);
    }

    /** The latest session that has closed by now and whose bars can be had, which begins with the close when null. */
    static LocalDate latestFinal(Market market, MarketRules rules, Clock clock, @Nullable LocalTime finalAt) {
        LocalDateTime now = LocalDateTime.now(clock.withZone(market.zone()));
        LocalDate date = now.toLocalDate();
        for (int i = 0; i < MOST_CLOSED_DAYS; i++, date = date.minusDays(1)) {
            TradingDay day = rules.day(date);
            if (isOpen(day) && !now.isBefore(settled(day, finalAt))) {
                return date;
            }
        }
        return now.toLocalDate().minusDays(1);
    }

    /** When the regular trading of the day ends, in local time. */
    static LocalDateTime close(TradingDay day) {
        return day.sessions().stream()
                .filter(session -> session.kind().equals(Session.REGULAR))
                .map(session -> day.date().atTime(session.closes()))
                .max(LocalDateTime::compareTo)
                .orElseGet(() -> day.date().plusDays(1).atStartOfDay());
    }

    /** When the day has closed and its bars can be had, in local time. */
    static LocalDateTime settled(TradingDay day, @Nullable LocalTime finalAt) {
        LocalDateTime close = close(day);
        LocalDateTime there = finalAt == null ? close : day.date().atTime(finalAt);
        return there.isAfter(close) ? there : close;
    }

    static boolean isOpen(TradingDay day) {
        return day.state() != State.CLOSED;
    }

    /** Not a copy. */
    int[] days() {
        return days;
    }

    LocalDate day(int index) {
        return LocalDate.ofEpochDay(days[index]);
    }

    /** How many lie in the range, ends included. */
    int count(LocalDate from, LocalDate to) {
        return Math.max(0, after(to) - from(from));
    }

    /** Index of the first session on or after the day. */
    int from(LocalDate day) {
        int found = Arrays.binarySearch(days, (int) day.toEpochDay());
        return found >= 0 ? found : -found - 1;
    }

    /** Index after the last session on or before the day. */
    int after(LocalDate day) {
        int found = Arrays.binarySearch(days, (int) day.toEpochDay());
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The session that lies so many before the latest one up to the day, or the first one there is. */
    LocalDate back(LocalDate day, int sessions) {
        int index = Math.max(0, after(day) - 1 - sessions);
        return days.length == 0 ? day : LocalDate.ofEpochDay(days[Math.min(index, days.length - 1)]);
    }
}
