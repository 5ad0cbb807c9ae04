package org.quantplatform.source.csv.internal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row per time in which an instrument belonged to an index. */
final class MemberRows implements Layout {

    private final Records scanner;
    private final Rows rows;
    private final Delivery delivery;
    private final Dates firsts;
    private final Dates lasts;
    private final int indexColumn;
    private final int fromColumn;
    private final int toColumn;

    MemberRows(Records scanner, Header header, CsvOptions options, Delivery delivery) {
        this.scanner = scanner;
        this.rows = new Rows(scanner, header, options, delivery);
        this.delivery = delivery;
        this.firsts = new Dates(options.dateFormat());
        this.lasts = new Dates(options.dateFormat());
        this.indexColumn = AccountRow.Reader.column(header, options, "index");
        this.fromColumn = AccountRow.Reader.column(header, options, "from");
        this.toColumn = AccountRow.Reader.column(header, options, "to");
    }

    @Override
    public void row() {
        if (rows.broken()) {
            return;
        }
        String ticker = rows.ticker();
        String refusal = ticker.isEmpty() ? "no ticker" : deliver(ticker);
        if (refusal != null) {
            delivery.refuse(scanner.line(), ticker, scanner.text(fromColumn), refusal);
        }
    }

    /** Null when it was delivered, else why not. */
    private @Nullable String deliver(String ticker) {
        String index = scanner.text(indexColumn).strip();
        if (index.isEmpty() || index.length() > 32) {
            return "unusable index";
        }
        LocalDate from = rows.date(firsts, fromColumn);
        boolean open = scanner.text(toColumn).isBlank();
        LocalDate to = open ? null : rows.date(lasts, toColumn);
        if (from == null || !open && to == null) {
            return "unknown date";
        }
        if (to != null && to.isBefore(from)) {
            return "left before it came";
        }
        delivery.member(scanner.line(), index, ticker, from, to);
        return null;
    }
}
