package org.quantplatform.source.csv.internal;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.CorporateAction.Kind;

/** A row per corporate action or new ticker. */
final class ActionRows implements Layout {

    private static final String RENAME = "rename";

    private final Records scanner;
    private final Rows rows;
    private final Delivery delivery;
    private final Dates dates;
    private final int dateColumn;
    private final int kindColumn;
    private final int valueColumn;
    private final int newTickerColumn;

    ActionRows(Records scanner, Header header, CsvOptions options, Delivery delivery) {
        this.scanner = scanner;
        this.rows = new Rows(scanner, header, options, delivery);
        this.delivery = delivery;
        this.dates = new Dates(options.dateFormat());
        this.dateColumn = AccountRow.Reader.column(header, options, "date");
        this.kindColumn = AccountRow.Reader.column(header, options, "kind");
        this.valueColumn = header.find(options.columns().getOrDefault("value", "value"));
        this.newTickerColumn = header.find(options.columns().getOrDefault("new_ticker", "new_ticker"));
    }

    @Override
    public void row() {
        if (rows.broken()) {
            return;
        }
        String ticker = rows.ticker();
        LocalDate date = rows.date(dates, dateColumn);
        String refusal = ticker.isEmpty() ? "no ticker" : date == null ? "unknown date" : deliver(ticker, date);
        if (refusal != null) {
            delivery.refuse(scanner.line(), ticker, scanner.text(dateColumn), refusal);
        }
    }

    /** Null when it was delivered, else why not. */
    private @Nullable String deliver(String ticker, LocalDate date) {
        String kind = scanner.text(kindColumn).toLowerCase(Locale.ROOT).replace('-', '_');
        if (kind.equals(RENAME)) {
            return rename(ticker, date);
        }
        return switch (kind) {
            case "split" -> action(ticker, date, Kind.SPLIT);
            case "dividend" -> action(ticker, date, Kind.DIVIDEND);
            case "delisting" -> action(ticker, date, Kind.DELISTING);
            case "spin_off" -> action(ticker, date, Kind.SPIN_OFF);
            default -> "unknown kind";
        };
    }

    private @Nullable String rename(String ticker, LocalDate date) {
        String newTicker = newTickerColumn == Header.ABSENT ? "" : scanner.text(newTickerColumn);
        if (newTicker.isBlank() || newTicker.length() > 32 || newTicker.equals(ticker)) {
            return "no new ticker";
        }
        delivery.rename(scanner.line(), ticker, newTicker, date);
        return null;
    }

    private @Nullable String action(String ticker, LocalDate date, Kind kind) {
        double value;
        try {
            value = valueColumn == Header.ABSENT ? Double.NaN : rows.number(valueColumn);
        } catch (NumberFormatException e) {
            return "unreadable value";
        }
        boolean optional = kind == Kind.SPIN_OFF;
        if (Double.isNaN(value) && !optional) {
            return "no value";
        }
        double stated = Double.isNaN(value) ? 0 : value;
        if (!(kind == Kind.SPLIT ? stated > 0 : stated >= 0) || Double.isInfinite(stated)) {
            return "impossible value";
        }
        delivery.action(scanner.line(), ticker, kind, date, stated);
        return null;
    }
}
