package org.quantplatform.fakes.polygon;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.quantplatform.fakes.Company;
import org.quantplatform.fakes.Company.Bar;
import org.quantplatform.fakes.Country;
import org.quantplatform.fakes.Intraday;

/**
 * Bars of a length: minutes and hours, days, weeks, months, quarters, years. Shares are dealt in during the session, those of
 * companies 6, 16, 26 … now and then from 04:00 to 20:00; days count the session alone.
 */
final class Slices {

    private static final int SESSION_MINUTES = 390;
    private static final int MINUTES_BEFORE = 330;
    private static final int MINUTES_AFTER = 240;
    private static final int SELDOM = 5;
    private static final int ROUND_LOT = 100;

    private final String span;
    private final int multiplier;

    private Slices(String span, int multiplier) {
        this.span = span;
        this.multiplier = multiplier;
    }

    static Optional<Slices> of(String multiplier, String span) {
        boolean known = List.of("minute", "hour", "day", "week", "month", "quarter", "year")
                .contains(span);
        return known && multiplier.matches("[1-9]\\d{0,3}")
                ? Optional.of(new Slices(span, Integer.parseInt(multiplier)))
                : Optional.empty();
    }

    /**
     * A bar.
     *
     * @param start epoch milliseconds
     * @param base how many minutes or days were looked at to make it
     */
    record Slice(long start, Bar bar, int base) {}

    List<Slice> of(Company company, LocalDate from, LocalDate to) {
        List<Bar> days = company.bars(from, to);
        if (span.equals("minute") || span.equals("hour")) {
            return within(days, company.number() % 10 == 6);
        }
        Map<LocalDate, List<Bar>> groups = new TreeMap<>();
        for (Bar day : days) {
            groups.computeIfAbsent(start(day.date()), key -> new ArrayList<>()).add(day);
        }
        List<Slice> slices = new ArrayList<>();
        groups.forEach((start, bars) -> slices.add(new Slice(
                Aggregates.millis(start.atStartOfDay(Country.US.zone()).toInstant()), joined(bars), bars.size())));
        return slices;
    }

    private LocalDate start(LocalDate date) {
        return switch (span) {
            case "week" -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
            case "month" -> date.withDayOfMonth(1);
            case "quarter" -> date.withDayOfMonth(1).minusMonths((date.getMonthValue() - 1) % 3);
            case "year" -> date.withDayOfYear(1);
            default -> LocalDate.ofEpochDay(Math.floorDiv(date.toEpochDay(), multiplier) * multiplier);
        };
    }

    private static Bar joined(List<Bar> bars) {
        Bar first = bars.get(0);
        double high = bars.stream().mapToDouble(Bar::high).max().orElseThrow();
        double low = bars.stream().mapToDouble(Bar::low).min().orElseThrow();
        long volume = bars.stream().mapToLong(Bar::volume).sum();
        int trades = bars.stream().mapToInt(Bar::trades).sum();
        return new Bar(
                first.date(),
                first.open(),
                high,
                low,
                bars.get(bars.size() - 1).close(),
                volume,
                first.average(),
                trades);
    }

    private List<Slice> within(List<Bar> days, boolean extended) {
        int length = span.equals("hour") ? 60 * multiplier : multiplier;
        List<Slice> slices = new ArrayList<>();
        for (Bar day : days) {
            if (extended) {
                outside(day, -MINUTES_BEFORE, 0, length, slices);
            }
            for (int minute = 0; minute < SESSION_MINUTES; minute += length) {
                int end = Math.min(SESSION_MINUTES, minute + length);
                slices.add(
                        new Slice(start(day, minute), Intraday.part(day, minute, end, SESSION_MINUTES), end - minute));
            }
            if (extended) {
                outside(day, SESSION_MINUTES, SESSION_MINUTES + MINUTES_AFTER, length, slices);
            }
        }
        return slices;
    }

    private static long start(Bar day, int minute) {
        LocalTime time = Country.US.opens().plusMinutes(minute);
        return Aggregates.millis(
                day.date().atTime(time).atZone(Country.US.zone()).toInstant());
    }

    /** A round lot at the price next to it, with nothing in between. */
    private static void outside(Bar day, int from, int to, int length, List<Slice> slices) {
        double price = from < 0 ? day.open() : day.close();
        for (int minute = from; minute < to; minute += SELDOM * length) {
            Bar trade = new Bar(day.date(), price, price, price, price, ROUND_LOT, price, 1);
            slices.add(new Slice(start(day, minute), trade, length));
        }
    }
}
