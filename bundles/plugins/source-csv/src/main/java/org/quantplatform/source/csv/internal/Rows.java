package org.quantplatform.source.csv.internal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The record at which a scanner stands, by columns of the file's header. */
final class Rows {

    private final Records scanner;
    private final Header header;
    private final Delivery delivery;
    private final @Nullable String constantTicker;
    private final int tickerColumn;
    private String lastTicker = "";

    Rows(Records scanner, Header header, CsvOptions options, Delivery delivery) {
        this.scanner = scanner;
        this.header = header;
        this.delivery = delivery;
        this.constantTicker = options.ticker();
        this.tickerColumn = constantTicker != null ? Header.ABSENT : tickerColumn(header, options);
    }

    private static int tickerColumn(Header header, CsvOptions options) {
        String given = options.columns().get("ticker");
        if (given == null && header.find("ticker") == Header.ABSENT && header.find("symbol") != Header.ABSENT) {
            return header.find("symbol");
        }
        return header.require("ticker", given == null ? "ticker" : given);
    }

    /** {@link Header#ABSENT} when the ticker is the caller's. */
    int tickerColumn() {
        return tickerColumn;
    }

    /** Refuses the record and returns true when its columns are not those of the header. */
    boolean broken() {
        if (!scanner.unclosed() && fits()) {
            return false;
        }
        String problem = scanner.unclosed()
                ? "quote that is not closed"
                : scanner.fields() + " columns instead of " + header.names().size();
        delivery.refuse(scanner.line(), "", "", problem);
        return true;
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

    String ticker() {
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

    @Nullable
    LocalDate date(Dates dates, int column) {
        return dates.date(scanner.chars(), scanner.start(column), end(column));
    }

    /** @throws NumberFormatException when the cell holds neither a number nor a word for missing */
    double number(int column) {
        return Cells.number(scanner.chars(), scanner.start(column), end(column));
    }

    private int end(int column) {
        return Math.max(scanner.start(column), scanner.end(column));
    }
}
