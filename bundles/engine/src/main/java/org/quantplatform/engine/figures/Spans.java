package org.quantplatform.engine.figures;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Returns compounded over spans of the calendar; a return belongs to the span in which its day lies. */
public final class Spans {

    /** Which spans. */
    public enum Span {
        DAY(UnaryOperator.identity()),
        /** From Monday. */
        WEEK(date -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))),
        MONTH(date -> date.withDayOfMonth(1)),
        QUARTER(date -> date.withDayOfMonth(1).minusMonths((date.getMonthValue() - 1) % 3)),
        YEAR(date -> date.withDayOfYear(1));

        private final UnaryOperator<LocalDate> start;

        Span(UnaryOperator<LocalDate> start) {
            this.start = start;
        }
    }

    /**
     * Consecutive returns of one span.
     *
     * @param start first day of the span in the calendar
     * @param from number of its first return
     * @param to number after its last return
     */
    public record Stretch(LocalDate start, int from, int to) {}

    private Spans() {}

    /**
     * Those in which there is a return, in order of time; the first and the last may be partial.
     *
     * @param days increasing epoch days: the one before the first return, then one per return
     */
    public static List<Stretch> of(int[] days, Span span) {
        List<Stretch> stretches = new ArrayList<>();
        int from = 0;
        for (int i = 0; i + 1 < days.length; i++) {
            LocalDate start = span.start.apply(LocalDate.ofEpochDay(days[i + 1]));
            boolean last = i + 2 == days.length || days[i + 2] >= end(start, span);
            if (last) {
                stretches.add(new Stretch(start, from, i + 1));
                from = i + 1;
            }
        }
        return stretches;
    }

    private static long end(LocalDate start, Span span) {
        return switch (span) {
            case DAY -> start.plusDays(1).toEpochDay();
            case WEEK -> start.plusWeeks(1).toEpochDay();
            case MONTH -> start.plusMonths(1).toEpochDay();
            case QUARTER -> start.plusMonths(3).toEpochDay();
            case YEAR -> start.plusYears(1).toEpochDay();
        };
    }

    static double[] returns(Sample sample, Span span) {
        double[] r = sample.returns();
        return of(sample.days(), span).stream()
                .mapToDouble(stretch -> {
                    double growth = 1;
                    for (int i = stretch.from(); i < stretch.to(); i++) {
                        growth *= 1 + r[i];
                    }
                    return growth - 1;
                })
                .toArray();
    }
}
