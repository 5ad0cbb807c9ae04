package org.quantplatform.spi.market;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.TradingDay;
import org.quantplatform.model.TradingDay.Session;
import org.quantplatform.model.TradingDay.State;
import org.quantplatform.spi.PluginException;

/** One exchange's days. */
final class CalendarTable {

    private record Hours(DateRange days, List<Session> sessions) {}

    private @Nullable DateRange covered;
    private TradingDay[] days = {};
    private final List<Hours> hours = new ArrayList<>();
    /** Days that differ; those with hours of their own have one session. */
    private final Map<LocalDate, TradingDay> special = new HashMap<>();

    private CalendarTable() {}

    static CalendarTable parse(List<String> lines) {
        CalendarTable table = new CalendarTable();
        for (String line : lines) {
            try {
                table.read(line);
            } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException e) {
                throw new PluginException("calendar.txt has the line '" + line + "': " + e.getMessage(), e);
            }
        }
        DateRange covered = table.covered;
        if (covered == null || covered.last().equals(LocalDate.MAX)) {
            throw new PluginException("calendar.txt has no line 'covers' with two dates");
        }
        table.days = covered.first()
                .datesUntil(covered.last().plusDays(1))
                .map(table::work)
                .toArray(TradingDay[]::new);
        return table;
    }

    TradingDay day(LocalDate date) {
        if (covered != null && covered.holds(date)) {
            return days[(int) (date.toEpochDay() - covered.first().toEpochDay())];
        }
        return new TradingDay(date, weekend(date) ? State.CLOSED : State.UNKNOWN, List.of(), null);
    }

    private static boolean weekend(LocalDate date) {
        return date.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
    }

    private TradingDay work(LocalDate date) {
        if (weekend(date)) {
            return new TradingDay(date, State.CLOSED, List.of(), null);
        }
        List<Session> usual = sessions(date);
        TradingDay own = special.get(date);
        if (own == null) {
            return new TradingDay(date, State.OPEN, usual, null);
        }
        return own.state() == State.CLOSED
                ? own
                : new TradingDay(date, State.OPEN, cut(usual, own.sessions().get(0)), own.name());
    }

    private List<Session> sessions(LocalDate date) {
        return hours.stream()
                .filter(each -> each.days.holds(date))
                .flatMap(each -> each.sessions.stream())
                .sorted(Comparator.comparing(Session::opens))
                .toList();
    }

    /** The regular sessions within other hours; nothing is known of other sessions on such a day. */
    private static List<Session> cut(List<Session> usual, Session span) {
        List<Session> kept = new ArrayList<>(usual.stream()
                .filter(session -> session.kind().equals(Session.REGULAR))
                .filter(session -> session.opens().isBefore(span.closes()))
                .toList());
        if (kept.isEmpty()) {
            return List.of(span);
        }
        Session first = kept.get(0);
        kept.set(0, new Session(first.kind(), span.opens(), kept.size() == 1 ? span.closes() : first.closes()));
        if (kept.size() > 1) {
            Session last = kept.get(kept.size() - 1);
            kept.set(kept.size() - 1, new Session(last.kind(), last.opens(), span.closes()));
        }
        return kept;
    }

    private void read(String line) {
        String[] words = line.split(" ");
        if (words[0].equals("covers")) {
            covered = DateRange.parse(words[1], words[2]);
        } else if (words[0].equals("hours")) {
            List<Session> sessions = new ArrayList<>();
            for (int i = 4; i < words.length; i++) {
                sessions.add(session(words[3], words[i]));
            }
            hours.add(new Hours(DateRange.parse(words[1], words[2]), sessions));
        } else {
            differing(LocalDate.parse(words[0]), words[1], line.split(" ", 3)[2]);
        }
    }

    private void differing(LocalDate date, String what, String name) {
        boolean closed = what.equals("closed");
        List<Session> sessions = closed ? List.of() : List.of(session(Session.REGULAR, what));
        TradingDay day = new TradingDay(date, closed ? State.CLOSED : State.OPEN, sessions, name);
        if (special.put(date, day) != null) {
            throw new IllegalArgumentException("the day is there twice");
        }
    }

    private static Session session(String kind, String span) {
        String[] ends = span.split("-");
        return new Session(kind, LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
    }
}
