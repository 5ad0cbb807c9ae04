package org.quantplatform.model;

import java.time.LocalDate;

/** Dates of the time in which markets have data, each made once: histories ask for the same ones again and again. */
final class Days {

    private static final int FIRST = Math.toIntExact(LocalDate.of(1960, 1, 1).toEpochDay());
    private static final int LAST = Math.toIntExact(LocalDate.of(2059, 12, 31).toEpochDay());

    private static final LocalDate[] KNOWN = new LocalDate[LAST - FIRST + 1];

    private Days() {}

    /** Of any day; threads that meet make it twice, which is the same. */
    static LocalDate of(int epochDay) {
        if (epochDay < FIRST || epochDay > LAST) {
            return LocalDate.ofEpochDay(epochDay);
        }
        LocalDate day = KNOWN[epochDay - FIRST];
        if (day == null) {
            day = LocalDate.ofEpochDay(epochDay);
            KNOWN[epochDay - FIRST] = day;
        }
        return day;
    }
}
