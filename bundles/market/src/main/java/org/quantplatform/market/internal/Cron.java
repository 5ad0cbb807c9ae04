package org.quantplatform.market.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A cron expression of five fields: minute, hour, day of the month, month, day of the week (0 and 7 are Sunday), each with
 * {@code *}, lists, ranges, steps and English names of three letters. When both kinds of day are restricted, either will do.
 * A time that the clocks leave out comes as much later as they go forward, and one that comes twice counts the first time.
 */
final class Cron {

    private static final int FIELDS = 5;
    private static final int MOST_DAYS = 366 * 9;
    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

    private final BitSet minutes;
    private final BitSet hours;
    private final BitSet days;
    private final BitSet months;
    private final BitSet weekdays;
    private final boolean anyDay;
    private final boolean anyWeekday;

    private Cron(String[] fields) {
        this.minutes = field(fields[0], 0, 59, List.of());
        this.hours = field(fields[1], 0, 23, List.of());
        this.days = field(fields[2], 1, 31, List.of());
        this.months = field(fields[3], 1, 12, MONTHS);
        this.weekdays = field(fields[4], 0, 7, DAYS);
        if (weekdays.get(7)) {
            weekdays.set(0);
        }
        this.anyDay = fields[2].startsWith("*");
        this.anyWeekday = fields[4].startsWith("*");
    }

    /** @throws IllegalArgumentException that tells what is wrong */
    static Cron parse(String text) {
        String[] fields = text.strip().toUpperCase(Locale.ROOT).split("\\s+");
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException("must have 5 fields: minute, hour, day, month and day of the week");
        }
        return new Cron(fields);
    }

    /** The first time after an instant; empty when there is none in the next nine years. */
    Optional<Instant> after(Instant instant, ZoneId zone) {
        // a day's times may reach into the next one where the clocks go forward at midnight
        LocalDate first = instant.atZone(zone).toLocalDate().minusDays(1);
        return IntStream.range(0, MOST_DAYS)
                .mapToObj(first::plusDays)
                .filter(this::isOn)
                .flatMap(date -> firstAfter(date, instant, zone).stream())
                .findFirst();
    }

    private Optional<Instant> firstAfter(LocalDate date, Instant instant, ZoneId zone) {
        return hours.stream()
                .boxed()
                .flatMap(hour -> minutes.stream().mapToObj(minute -> LocalTime.of(hour, minute)))
                .map(time -> ZonedDateTime.of(date, time, zone).toInstant())
                .filter(time -> time.isAfter(instant))
                .min(Instant::compareTo);
    }

    private boolean isOn(LocalDate date) {
        boolean day = days.get(date.getDayOfMonth());
        boolean weekday = weekdays.get(date.getDayOfWeek().getValue() % 7);
        boolean either = anyDay || anyWeekday ? day && weekday : day || weekday;
        return either && months.get(date.getMonthValue());
    }

    private static BitSet field(String text, int least, int most, List<String> names) {
        BitSet values = new BitSet();
        for (String part : text.split(",", -1)) {
            String[] stepped = part.split("/", -1);
            String[] ends = stepped[0].split("-", -1);
            if (stepped.length > 2 || ends.length > 2) {
                throw new IllegalArgumentException("cannot be read at '" + part + "'");
            }
            boolean all = stepped[0].equals("*");
            int from = all ? least : value(ends[0], least, most, names);
            boolean open = all || ends.length == 1 && stepped.length == 2;
            int to = open ? most : value(ends[ends.length - 1], least, most, names);
            int step = stepped.length == 1 ? 1 : value(stepped[1], 1, most, List.of());
            if (to < from) {
                throw new IllegalArgumentException("has a range that ends before it begins: '" + part + "'");
            }
            for (int value = from; value <= to; value += step) {
                values.set(value);
            }
        }
        return values;
    }

    private static int value(String text, int least, int most, List<String> names) {
        int named = names.indexOf(text);
        if (named >= 0) {
            return named + least;
        }
        if (!text.matches("[0-9]{1,4}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw new IllegalArgumentException("must have " + least + " to " + most + " where it has '" + text + "'");
        }
        return Integer.parseInt(text);
    }
}
