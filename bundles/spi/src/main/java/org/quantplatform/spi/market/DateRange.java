package org.quantplatform.spi.market;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Days from the first to the last one, inclusive. */
record DateRange(LocalDate first, LocalDate last) {

    /** @throws DateTimeException when a text is no date */
    static DateRange parse(String first, String last) {
        DateRange range =
                new DateRange(LocalDate.parse(first), last.equals("-") ? LocalDate.MAX : LocalDate.parse(last));
        if (range.last.isBefore(range.first)) {
            throw new DateTimeException(last + " is before " + first);
        }
        return range;
    }

    boolean holds(LocalDate date) {
        return !date.isBefore(first) && !date.isAfter(last);
    }
}
