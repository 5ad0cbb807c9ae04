package org.quantplatform.store.internal.updates;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.quantplatform.api.data.ImportReport.Detail;
import org.quantplatform.core.data.UpdateStore.Delivered;
import org.quantplatform.core.data.UpdateStore.DeliveryKey;
import org.quantplatform.core.data.UpdateStore.Refused;
import org.quantplatform.json.QuantJson;
import org.quantplatform.model.Market;
import org.quantplatform.store.internal.imports.Accounts;
import org.quantplatform.store.internal.imports.Ledger;
import org.quantplatform.store.internal.imports.Snapshots;
import org.quantplatform.store.internal.sql.CopyWriter;
import org.quantplatform.store.internal.sql.Session;

/** Of a delivery: its row, and the chunks that follow from its corrections. */
record DeliveryLedger(DeliveryKey key, Delivered delivered) implements Ledger {

    private static final int MOST_DETAILS = 200;

    private static final int WHOLE = Integer.MIN_VALUE;

    /** An instrument that one source of the chunk refused and the next one knows. */
    private static final String NOT_REFUSED =
            """
            delete from refused_bars f using staged_names n
            where n.has_bars and (f.market, f.ticker, f.date) = (n.market, n.ticker, '-infinity')
              and (f.update_id, f.chunk) = (?, ?)""";

    private static final String KEEP =
            " on conflict (market, ticker, date) do update set update_id = excluded.update_id, chunk = excluded.chunk";

    /** What is refused of an instrument with bars concerns something else where it names no day. */
    private static final String REFUSED =
            """
            insert into refused_bars (market, ticker, date, update_id, chunk)
            select distinct u.market, r.ticker, d.date, u.id, ?
            from updates u cross join unnest(?::text[], ?::int[]) r (ticker, day)
            cross join lateral (select case when r.day = -2147483648 then date '-infinity'
                                            else date '1970-01-01' + r.day end as date) d
            where u.id = ? and not exists (
                select from staged_names n where n.has_bars and (n.market, n.ticker) = (u.market, r.ticker)
                  and d.date = '-infinity')"""
                    + KEEP;

    private static final String CONFLICTING =
            """
            insert into refused_bars (market, ticker, date, update_id, chunk)
            select n.market, n.ticker, r.date, ?, ?
            from repeated_bars r join staged_names n using (no) where r.conflicting"""
                    + KEEP;

    @Override
    public boolean open(Session session) throws SQLException {
        session.first(
                "select number from update_chunks where update_id = ? and number = ? for update",
                row -> row.getInt("number"),
                key.updateId(),
                key.chunk());
        return session.number(
                        "select count(*) from update_deliveries where (update_id, chunk, position) = (?, ?, ?)",
                        key.updateId(),
                        key.chunk(),
                        key.position())
                == 0;
    }

    @Override
    public void book(Session session, long snapshot, Accounts accounts, Set<Market> changed) throws SQLException {
        Snapshots.add(
                session,
                new Snapshots.State(
                        snapshot, key.updateId(), key.source(), accounts.stored(), accounts.revised(), true));
        session.update(
                """
                insert into update_deliveries (update_id, chunk, position, source, received, stored, unchanged, revised,
                                               flagged, refused, surplus, actions, reasons, snapshot, changed, last_day, tickers)
                select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::json, ?, ?, max(last_day),
                       coalesce(array_agg(ticker order by no), '{}')
                from staged_names where has_bars""",
                key.updateId(),
                key.chunk(),
                key.position(),
                key.source(),
                accounts.received(),
                accounts.stored(),
                accounts.unchanged(),
                accounts.revised(),
                accounts.flagged(),
                accounts.refused(),
                delivered.surplus(),
                accounts.actions(),
                QuantJson.write(accounts.reasons()),
                snapshot,
                !changed.isEmpty());
        details(session, accounts.details());
        doubt(session);
        if (accounts.revised() > 0) {
            Reloads.add(session, key, snapshot);
        }
    }

    /** Remembers of what nobody knows whether there is a bar, though the source has answered. */
    private void doubt(Session session) throws SQLException {
        session.update(NOT_REFUSED, key.updateId(), key.chunk());
        Collection<Refused> refused = delivered.refused();
        if (!refused.isEmpty()) {
            session.update(
                    REFUSED,
                    key.chunk(),
                    refused.stream().map(Refused::ticker).toArray(String[]::new),
                    refused.stream().mapToInt(DeliveryLedger::day).toArray(),
                    key.updateId());
        }
        if (session.number("select count(to_regclass('pg_temp.repeated_bars'))") > 0) {
            session.update(CONFLICTING, key.updateId(), key.chunk());
        }
    }

    private static int day(Refused refused) {
        LocalDate date = refused.date();
        return date == null ? WHOLE : (int) date.toEpochDay();
    }

    private void details(Session session, List<Detail> details) throws SQLException {
        CopyWriter copy = new CopyWriter(
                session, "update_details (update_id, chunk, position, number, ticker, date, outcome, reason)");
        int number = 0;
        for (Detail detail : details.subList(0, Math.min(MOST_DETAILS, details.size()))) {
            copy.row(8)
                    .text(key.updateId())
                    .number(key.chunk())
                    .number(key.position())
                    .number(number++)
                    .text(detail.ticker())
                    .text(detail.date())
                    .text(detail.outcome())
                    .text(detail.reason());
        }
        copy.finish();
    }
}
