package org.quantplatform.store.internal.imports;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.Market;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.Rename;
import org.quantplatform.store.internal.sql.Session;

/** Gives instruments their new tickers: bars, actions and accounts stay theirs, and earlier snapshots show the old one. */
final class Renames {

    /** Rows of the old ticker that end before its last day as such are the instrument's under the new one. */
    private static final String FOLLOW =
            """
            update staged_names n set ticker = r.new_ticker from renames r
            where r.market = n.market and r.old_ticker = n.ticker and n.last_day < r.date
              and not exists (select from staged_names o where o.market = n.market and o.ticker = r.new_ticker)""";

    private Renames() {}

    /** @param markets in which a ticker changed */
    record Counts(RowCounts rows, Set<Market> markets) {}

    static Counts run(Session session, long snapshot) throws SQLException {
        List<Rename> staged = session.list(
                "select * from staged_renames order by date, position",
                row -> new Rename(
                        Market.valueOf(row.getString("market")),
                        row.getString("old_ticker"),
                        row.getString("new_ticker"),
                        row.getObject("date", LocalDate.class)));
        long stored = 0;
        Set<Market> markets = new TreeSet<>();
        for (Rename rename : staged) {
            if (!known(session, rename)) {
                rename(session, rename, snapshot);
                markets.add(rename.market());
                stored++;
            }
        }
        return new Counts(new RowCounts(stored, staged.size() - stored, 0), markets);
    }

    static void follow(Session session) throws SQLException {
        session.execute(FOLLOW);
    }

    private static boolean known(Session session, Rename rename) throws SQLException {
        return session.number(
                        """
                        select count(*) from renames
                        where market = ? and old_ticker = ? and new_ticker = ? and date = ?""",
                        rename.market().name(),
                        rename.ticker(),
                        rename.newTicker(),
                        rename.date())
                > 0;
    }

    private static void rename(Session session, Rename rename, long snapshot) throws SQLException {
        String market = rename.market().name();
        if (count(session, market, rename.newTicker()) > 0) {
            throw refusal(rename.newTicker() + " of market " + market + " is stored already, so that " + rename.ticker()
                    + " cannot take its name; state the new name before bars under it");
        }
        if (count(session, market, rename.ticker()) == 0) {
            throw refusal(rename.ticker() + " of market " + market + " is not stored, so that it cannot be renamed");
        }
        session.update(
                "insert into instrument_revisions select i.*, ? from instruments i where market = ? and ticker = ?",
                snapshot,
                market,
                rename.ticker());
        session.update(
                "update instruments set ticker = ?, import_id = ? where market = ? and ticker = ?",
                rename.newTicker(),
                snapshot,
                market,
                rename.ticker());
        session.update(
                "insert into renames (market, old_ticker, new_ticker, date, import_id) values (?, ?, ?, ?, ?)",
                market,
                rename.ticker(),
                rename.newTicker(),
                rename.date(),
                (int) snapshot);
    }

    private static long count(Session session, String market, String ticker) throws SQLException {
        return session.number("select count(*) from instruments where market = ? and ticker = ?", market, ticker);
    }

    private static QuantException refusal(String message) {
        return QuantException.of(ErrorCode.UNPROCESSABLE, message);
    }
}
