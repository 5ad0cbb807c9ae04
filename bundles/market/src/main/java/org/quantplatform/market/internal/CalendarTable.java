package org.quantplatform.market.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.quantplatform.core.data.Calendars.Session;

/**
 * One exchange's days. Its text names the first and last day covered, then one day per line: closed, or open with hours
 * of its own.
 */
final class CalendarTable {

    private final long first;
    private final long last;
    private final BitSet closed;

    private CalendarTable(LocalDate first, LocalDate last) {
        this.first = first.toEpochDay();
        this.last = last.toEpochDay();
        this.closed = new BitSet((int) (this.last - this.first + 1));
    }

    /** Knows weekends only when there is no table for the exchange. */
    static CalendarTable of(String exchange) {
        try (InputStream text = CalendarTable.class.getResourceAsStream("/calendars/" + exchange + ".txt")) {
            if (text == null) {
                return new CalendarTable(LocalDate.EPOCH, LocalDate.EPOCH.minusDays(1));
            }
            return parse(new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Session session(LocalDate date) {
        DayOfWeek day = date.getDayOfWeek();
        if (day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY) {
            return Session.CLOSED;
        }
        long epochDay = date.toEpochDay();
        if (epochDay < first || epochDay > last) {
            return Session.UNKNOWN;
        }
        return closed.get((int) (epochDay - first)) ? Session.CLOSED : Session.OPEN;
    }

    private static CalendarTable parse(BufferedReader text) throws IOException {
        CalendarTable table = null;
        for (String line = text.readLine(); line != null; line = text.readLine()) {
            if (!line.startsWith("#")) {
                table = parse(line, table);
            }
        }
        if (table == null) {
            throw new IOException("a calendar without a line 'covers'");
        }
        return table;
    }

    private static CalendarTable parse(String line, @Nullable CalendarTable table) throws IOException {
        String[] words = line.split(" ", 3);
        if (words[0].equals("covers")) {
            return new CalendarTable(LocalDate.parse(words[1]), LocalDate.parse(words[2]));
        }
        boolean isClosed = words[1].equals("closed");
        if (table == null || !(isClosed || words[1].matches("\\d\\d:\\d\\d-\\d\\d:\\d\\d"))) {
            throw new IOException("a calendar with the line '" + line + "'");
        }
        if (isClosed) {
            table.closed.set((int) (LocalDate.parse(words[0]).toEpochDay() - table.first));
        }
        return table;
    }
}
