package org.quantplatform.research.internal.requests;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** First and last day of a request. */
public final class Period {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    private Period() {}

    /** Both must be given. */
    public static void check(@Nullable LocalDate start, @Nullable LocalDate end, Problems problems) {
        problems.addIf(start == null, "start_date", "must be given");
        problems.addIf(end == null, "end_date", "must be given");
        checkGiven(start, end, problems);
    }

    /** Either may be left out. */
    public static void checkGiven(@Nullable LocalDate start, @Nullable LocalDate end, Problems problems) {
        problems.addIf(start != null && outside(start), "start_date", "must lie between 1900 and 2200");
        problems.addIf(end != null && outside(end), "end_date", "must lie between 1900 and 2200");
        problems.addIf(
                start != null && end != null && end.isBefore(start),
                "end_date",
                "must not be before start_date " + start + ", was " + end);
    }

    private static boolean outside(LocalDate date) {
        return date.isBefore(EARLIEST) || date.isAfter(LATEST);
    }
}
