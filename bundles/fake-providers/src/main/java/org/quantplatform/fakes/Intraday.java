package org.quantplatform.fakes;

import org.quantplatform.fakes.Company.Bar;

/** What a share did within a day: from its open by way of low and high to its close, a third of the session each. */
public final class Intraday {

    private Intraday() {}

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
