package org.quantplatform.source.csv.internal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.quantplatform.spi.data.DataSink.BarValues;

/** A row per bar. */
final class LongLayout implements Layout {

    private static final String[] NUMBERS = {"open", "high", "low", "close", "volume"};

    private final CsvScanner scanner;
    private final Header header;
    private final Delivery delivery;
    private final Dates dates;
    private final @Nullable String constantTicker;
    private final int tickerColumn;
    private final int dateColumn;
    private final int[] columns = new int[NUMBERS.length];
    private final double[] values = new double[NUMBERS.length];
    private String lastTicker = "";

    LongLayout(CsvScanner scanner, Header header, CsvOptions options, Delivery delivery) {
        this.scanner = scanner;
        this.header = header;
        this.delivery = delivery;
        this.dates = new Dates(options.dateFormat());
        this.constantTicker = options.ticker();
        this.tickerColumn = constantTicker != null ? Header.ABSENT : tickerColumn(header, options);
        this.dateColumn = header.require("date", options.columns().getOrDefault("date", "date"));
        for (int i = 0; i < NUMBERS.length; i++) {
            columns[i] = numberColumn(header, options, NUMBERS[i]);
        }
    }

    private static int tickerColumn(Header header, CsvOptions options) {
        String given = options.columns().get("ticker");
        if (given == null && header.find("ticker") == Header.ABSENT && header.find("symbol") != Header.ABSENT) {
            return header.find("symbol");
        }
        return header.require("ticker", given == null ? "ticker" : given);
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
        if (scanner.unclosed() || !fits()) {
            String problem = scanner.unclosed()
                    ? "quote that is not closed"
                    : scanner.fields() + " columns instead of " + header.names().size();
            delivery.refuse(scanner.line(), "", "", problem);
            return;
        }
        String ticker = ticker();
        LocalDate date = dates.date(scanner.chars(), scanner.start(dateColumn), end(dateColumn));
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

    /** Empty columns after the last named one are let pass: some programs end each row with a delimiter. */
    private boolean fits() {
        int named = header.names().size();
        for (int i = named; i < scanner.fields(); i++) {
            if (scanner.start(i) < scanner.end(i)) {
                return false;
            }
        }
        return scanner.fields() >= named;
    }

    private String ticker() {
        if (constantTicker != null) {
            return delivery.ticker(constantTicker);
        }
        int start = scanner.start(tickerColumn);
        int size = end(tickerColumn) - start;
        boolean same = size == lastTicker.length();
        for (int i = 0; same && i < size; i++) {
            same = scanner.chars()[start + i] == lastTicker.charAt(i);
        }
        if (!same) {
            lastTicker = delivery.ticker(new String(scanner.chars(), start, size));
        }
        return lastTicker;
    }

    /** Fills {@link #values}; returns the name of the first one that is no number, null when all are. */
    private @Nullable String readNumbers() {
        for (int i = 0; i < NUMBERS.length; i++) {
            int column = columns[i];
            try {
                values[i] = column == Header.ABSENT
                        ? Double.NaN
                        : Cells.number(scanner.chars(), scanner.start(column), end(column));
            } catch (NumberFormatException e) {
                return NUMBERS[i];
            }
        }
        return null;
    }

    private int end(int column) {
        return Math.max(scanner.start(column), scanner.end(column));
    }
}
