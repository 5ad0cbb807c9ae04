package org.quantplatform.source.csv.internal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.quantplatform.spi.data.DataSink.BarValues;

/** A row per bar. */
final class LongLayout implements Layout {

    private static final String[] NUMBERS = {"open", "high", "low", "close", "volume"};

    private final Records scanner;
    private final Rows rows;
    private final Delivery delivery;
    private final Dates dates;
    private final int dateColumn;
    private final int[] columns = new int[NUMBERS.length];
    private final double[] values = new double[NUMBERS.length];

    LongLayout(Records scanner, Header header, CsvOptions options, Delivery delivery) {
        this.scanner = scanner;
        this.rows = new Rows(scanner, header, options, delivery);
        this.delivery = delivery;
        this.dates = new Dates(options.dateFormat());
        this.dateColumn = header.require("date", options.columns().getOrDefault("date", "date"));
        for (int i = 0; i < NUMBERS.length; i++) {
            columns[i] = numberColumn(header, options, NUMBERS[i]);
        }
    }

    /** A column that nobody named may be absent, unless it is the close. */
    private static int numberColumn(Header header, CsvOptions options, String name) {
        String given = options.columns().get(name);
        if (given == null && !name.equals("close")) {
            return header.find(name);
        }
        return header.require(name, given == null ? name : given);
    }

    @Override
    public void row() {
        if (rows.broken()) {
            return;
        }
        String ticker = rows.ticker();
        LocalDate date = rows.date(dates, dateColumn);
        if (date == null) {
            String reason = ticker.isEmpty() ? "no ticker" : "unknown date";
            delivery.refuse(scanner.line(), ticker, scanner.text(dateColumn), reason);
            return;
        }
        String unreadable = readNumbers();
        if (unreadable != null) {
            delivery.refuse(scanner.line(), ticker, date.toString(), "unreadable " + unreadable);
            return;
        }
        delivery.bar(
                scanner.line(), ticker, date, new BarValues(values[0], values[1], values[2], values[3], values[4]));
    }

    /** Fills {@link #values}; returns the name of the first one that is no number, null when all are. */
    private @Nullable String readNumbers() {
        for (int i = 0; i < NUMBERS.length; i++) {
            int column = columns[i];
            try {
                values[i] = column == Header.ABSENT ? Double.NaN : rows.number(column);
            } catch (NumberFormatException e) {
                return NUMBERS[i];
            }
        }
        return null;
    }
}
