package org.quantplatform.source.csv.internal;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.quantplatform.spi.PluginException;
import org.quantplatform.spi.data.DataSink.BarValues;

/** A row per day and a column of closes per ticker; a cell without a value is no bar. */
final class WideLayout implements Layout {

    private final Records scanner;
    private final Delivery delivery;
    private final Dates dates;
    private final int dateColumn;
    private final String[] tickers;

    WideLayout(Records scanner, Header header, CsvOptions options, Delivery delivery) {
        this.scanner = scanner;
        this.delivery = delivery;
        this.dates = new Dates(options.dateFormat());
        this.dateColumn = dateColumn(header, options);
        this.tickers = tickers(header, dateColumn, delivery);
    }

    /** Tables written with an index often leave the name of the first column empty. */
    private static int dateColumn(Header header, CsvOptions options) {
        String given = options.columns().get("date");
        if (given == null
                && header.find("date") == Header.ABSENT
                && header.names().get(0).isEmpty()) {
            return 0;
        }
        return header.require("date", given == null ? "date" : given);
    }

    private static String[] tickers(Header header, int dateColumn, Delivery delivery) {
        String[] tickers = new String[header.names().size()];
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < tickers.length; i++) {
            String name = header.names().get(i);
            if (i == dateColumn) {
                tickers[i] = "";
                continue;
            }
            if (name.isEmpty()) {
                throw new PluginException(header.file() + ": column " + (i + 1) + " has no name");
            }
            if (!seen.add(name)) {
                throw new PluginException(header.file() + ": column '" + name + "' is there twice");
            }
            tickers[i] = delivery.ticker(name);
        }
        return tickers;
    }

    @Override
    public void row() {
        if (scanner.unclosed() || scanner.fields() != tickers.length) {
            String problem = scanner.unclosed()
                    ? "quote that is not closed"
                    : scanner.fields() + " columns instead of " + tickers.length;
            delivery.refuse(scanner.line(), "", "", problem);
            return;
        }
        int start = scanner.start(dateColumn);
        LocalDate date = dates.date(scanner.chars(), start, Math.max(start, scanner.end(dateColumn)));
        if (date == null) {
            delivery.refuse(scanner.line(), "", scanner.text(dateColumn), "unknown date");
            return;
        }
        for (int i = 0; i < tickers.length; i++) {
            if (i != dateColumn) {
                cell(i, date);
            }
        }
    }

    private void cell(int column, LocalDate date) {
        int start = scanner.start(column);
        try {
            double close = Cells.number(scanner.chars(), start, Math.max(start, scanner.end(column)));
            if (!Double.isNaN(close)) {
                delivery.bar(
                        scanner.line(),
                        tickers[column],
                        date,
                        new BarValues(Double.NaN, Double.NaN, Double.NaN, close, Double.NaN));
            }
        } catch (NumberFormatException e) {
            delivery.refuse(scanner.line(), tickers[column], date.toString(), "unreadable close");
        }
    }
}
