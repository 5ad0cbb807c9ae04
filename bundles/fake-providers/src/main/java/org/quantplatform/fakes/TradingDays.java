package org.quantplatform.fakes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The days on which a country's exchange trades, from 2010 to the end of next year, as its rules of the market have them;
 * behind the last year that these know each weekday is one.
 */
public final class TradingDays {

    static final LocalDate FIRST = LocalDate.of(2010, 1, 1);
    static final LocalDate LAST = LocalDate.now(ZoneOffset.UTC).plusYears(1).with(TemporalAdjusters.lastDayOfYear());

    private static final Map<Country, TradingDays> KNOWN = new EnumMap<>(Country.class);

    private final Set<LocalDate> closed = new HashSet<>();
    private final List<LocalDate> days;

    private TradingDays(Country country) {
        String name = country.name().toLowerCase(Locale.ROOT) + "/calendar.txt";
        try (InputStream stream = TradingDays.class.getResourceAsStream(name);
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            lines.lines()
                    .map(line -> line.split(" "))
                    .filter(words -> words.length > 1 && words[1].equals("closed"))
                    .forEach(words -> closed.add(LocalDate.parse(words[0])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        days = FIRST.datesUntil(LAST.plusDays(1)).filter(this::isOpen).toList();
    }

    public static TradingDays of(Country country) {
        synchronized (KNOWN) {
            return KNOWN.computeIfAbsent(country, TradingDays::new);
        }
    }

    public boolean isOpen(LocalDate date) {
        return date.getDayOfWeek() != DayOfWeek.SATURDAY
                && date.getDayOfWeek() != DayOfWeek.SUNDAY
                && !closed.contains(date);
    }

    public boolean isHoliday(LocalDate date) {
        return closed.contains(date);
    }

    /** All of them, ascending. */
    public List<LocalDate> all() {
        return days;
    }

    /** The day itself when it trades, otherwise the next that does. */
    LocalDate onOrAfter(LocalDate date) {
        LocalDate day = date;
        while (!isOpen(day)) {
            day = day.plusDays(1);
        }
        return day;
    }
}
