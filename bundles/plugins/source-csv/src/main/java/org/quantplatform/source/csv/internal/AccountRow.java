package org.quantplatform.source.csv.internal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Whose accounts a record tells of, and of when. */
record AccountRow(String ticker, LocalDate periodEnd, LocalDate published) {

    /** Finds the columns of accounts in a file, and reads them of its records. */
    static final class Reader {

        private final Records scanner;
        private final Rows rows;
        private final Delivery delivery;
        private final Dates periodEnds;
        private final Dates publications;
        private final int periodEndColumn;
        private final int publishedColumn;

        Reader(Records scanner, Header header, CsvOptions options, Delivery delivery) {
            this.scanner = scanner;
            this.rows = new Rows(scanner, header, options, delivery);
            this.delivery = delivery;
            this.periodEnds = new Dates(options.dateFormat());
            this.publications = new Dates(options.dateFormat());
            this.periodEndColumn = column(header, options, "period_end");
            this.publishedColumn = column(header, options, "published");
        }

        static int column(Header header, CsvOptions options, String name) {
            return header.require(name, options.columns().getOrDefault(name, name));
        }

        Rows rows() {
            return rows;
        }

        /** True for the columns that say whose accounts they are, and of when. */
        boolean isKey(int column) {
            return column == rows.tickerColumn() || column == periodEndColumn || column == publishedColumn;
        }

        /** Refuses the record and returns null when it does not tell. */
        @Nullable
        AccountRow row() {
            if (rows.broken()) {
                return null;
            }
            String ticker = rows.ticker();
            LocalDate periodEnd = rows.date(periodEnds, periodEndColumn);
            LocalDate published = rows.date(publications, publishedColumn);
            if (periodEnd != null && published != null && !published.isBefore(periodEnd)) {
                return new AccountRow(ticker, periodEnd, published);
            }
            int shown = periodEnd == null ? periodEndColumn : publishedColumn;
            String dates =
                    periodEnd == null || published == null ? "unknown date" : "published before its period ended";
            delivery.refuse(scanner.line(), ticker, scanner.text(shown), ticker.isEmpty() ? "no ticker" : dates);
            return null;
        }
    }
}
