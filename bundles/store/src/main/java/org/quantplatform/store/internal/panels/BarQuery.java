package org.quantplatform.store.internal.panels;

import java.util.List;
import java.util.Locale;
import org.quantplatform.model.Quality;
import org.quantplatform.store.internal.InstrumentRows.Known;

/** The queries for a panel's bars. Codes, numbers and dates only: COPY takes no parameters. */
final class BarQuery {

    private static final String UNFLAGGED =
            " and flag = '' and not exists (select from bar_flags f where f.instrument_id = b.instrument_id"
                    + " and f.date = b.date and f.import_id <= %d and coalesce(f.replaced_by, 2147483647) > %d)";

    private static final String COLUMNS = "select instrument_id, date, open, high, low, close, volume from ";

    private final PanelKey key;
    private final String where;
    private final String unflagged;

    BarQuery(PanelKey key, List<Known> wanted) {
        this.key = key;
        this.where = " where market = '" + key.market().name() + "' and import_id <= " + key.state() + " and date <= '"
                + key.to() + "'" + (wholeMarket() ? "" : " and " + PanelReader.among(wanted));
        this.unflagged = key.quality() == Quality.ALL ? "" : UNFLAGGED.formatted(key.state(), key.state());
    }

    boolean wholeMarket() {
        return key.tickers().isEmpty();
    }

    /** The table of the market's bars, where each market has one. */
    String partition() {
        return "daily_bars_" + key.market().name().toLowerCase(Locale.ROOT);
    }

    /** All that hold or held under the snapshot. */
    String all() {
        return current() + " union all " + replaced();
    }

    /** Those that no import has replaced yet. */
    String current() {
        return COLUMNS + "daily_bars b" + where + unflagged;
    }

    /** Of the current ones, those that lie on pages from {@code first} to before {@code end}. */
    String onPages(long first, long end) {
        return current() + " and ctid >= '(" + first + ",0)' and ctid < '(" + end + ",0)'";
    }

    /** Of the current ones, those that lie on pages from {@code first} on. */
    String onPagesFrom(long first) {
        return current() + " and ctid >= '(" + first + ",0)'";
    }

    /** Those that held under the snapshot and were replaced since. */
    String replaced() {
        return COLUMNS + "ohlcv_revisions b" + where + " and replaced_by > " + key.state() + unflagged;
    }
}
