package org.quantplatform.fakes;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.quantplatform.fakes.Company.Bar;

/** What a share did within a day: from its open by way of low and high to its close, a third of the session each. */
public final class Intraday {

    private static final LocalTime LUNCH = LocalTime.of(11, 30);
    private static final LocalTime AFTER_LUNCH = LocalTime.of(13, 0);

    private Intraday() {}

    /** A bar of one minute by its start in local time. */
    public record Minute(LocalDateTime start, Bar bar) {}

    /** All minutes of a day, ascending; nobody trades over noon in China. */
    public static List<Minute> minutes(Country country, Bar day) {
        List<LocalTime> starts = Stream.iterate(
                        country.opens(), time -> time.isBefore(country.closes()), time -> time.plusMinutes(1))
                .filter(time -> country != Country.CN || time.isBefore(LUNCH) || !time.isBefore(AFTER_LUNCH))
                .toList();
        List<Minute> minutes = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            minutes.add(new Minute(day.date().atTime(starts.get(i)), part(day, i, i + 1, starts.size())));
        }
        return minutes;
    }

    /**
     * A part of a day.
     *
     * @param from minutes since the session's start
     * @param to minutes since the session's start, at most {@code session}
     * @param session minutes of the whole
     */
    public static Bar part(Bar day, int from, int to, int session) {
        double open = at(day, from, session);
        double close = at(day, to, session);
        double high = Math.max(open, close);
        double low = Math.min(open, close);
        for (int minute = from; minute <= to; minute++) {
            high = Math.max(high, at(day, minute, session));
            low = Math.min(low, at(day, minute, session));
        }
        long volume = day.volume() * to / session - day.volume() * from / session;
        return new Bar(day.date(), open, high, low, close, volume, (high + low) / 2, to - from);
    }

    private static double at(Bar day, int minute, int session) {
        int third = session / 3;
        double share = (minute % third) / (double) third;
        double price =
                switch (minute / third) {
                    case 0 -> day.open() + share * (day.low() - day.open());
                    case 1 -> day.low() + share * (day.high() - day.low());
                    case 2 -> day.high() + share * (day.close() - day.high());
                    default -> day.close();
                };
        return Math.rint(price * 100) / 100;
    }
}
