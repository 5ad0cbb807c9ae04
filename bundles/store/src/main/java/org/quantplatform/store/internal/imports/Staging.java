package org.quantplatform.store.internal.imports;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import org.quantplatform.store.internal.sql.CopyWriter;
import org.quantplatform.store.internal.sql.Session;

/** Tables that take an import's rows as they come, each from a buffer of its own. */
final class Staging {

    /** A table of the transaction, or the bars themselves. */
    enum Table {
        DIRECT("daily_bars (instrument_id, date, open, high, low, close, volume, import_id, market, flag)", ""),
        BARS(
                "staged_bars (no, date, open, high, low, close, volume, flag, file, line)",
                """
                create temp table staged_bars (
                    no integer not null, date date not null, open double precision not null,
                    high double precision not null, low double precision not null, close double precision not null,
                    volume double precision not null, flag text not null, file integer not null, line bigint not null)
                on commit drop"""),
        MINUTES(
                "staged_minutes (no, start, open, high, low, close, volume, flag)",
                """
                create temp table staged_minutes (
                    no integer not null, start timestamptz not null, open double precision not null,
                    high double precision not null, low double precision not null, close double precision not null,
                    volume double precision not null, flag text not null) on commit drop"""),
        ACTIONS(
                "staged_actions (no, ex_date, kind, value)",
                """
                create temp table staged_actions (
                    position bigint generated always as identity, no integer not null, ex_date date not null,
                    kind varchar(10) not null, value double precision not null) on commit drop"""),
        FUNDAMENTALS(
                "staged_fundamentals (no, item, period_end, published, value, file, line)",
                """
                create temp table staged_fundamentals (
                    position bigint generated always as identity, no integer not null, item text not null,
                    period_end date not null, published date not null, value double precision not null,
                    file integer not null, line bigint not null) on commit drop"""),
        RENAMES(
                "staged_renames (market, old_ticker, new_ticker, date)",
                """
                create temp table staged_renames (
                    position bigint generated always as identity, market varchar(8) collate "C" not null,
                    old_ticker varchar(32) collate "C" not null, new_ticker varchar(32) collate "C" not null,
                    date date not null) on commit drop"""),
        MEMBERS(
                "staged_members (market, index_name, ticker, first_day, last_day)",
                """
                create temp table staged_members (
                    market varchar(8) collate "C" not null, index_name varchar(32) collate "C" not null,
                    ticker varchar(32) collate "C" not null, first_day date not null, last_day date) on commit drop""");

        private final String target;
        private final String ddl;

        Table(String target, String ddl) {
            this.target = target;
            this.ddl = ddl;
        }
    }

    private final Session session;
    private final Map<Table, CopyWriter> writers = new EnumMap<>(Table.class);

    Staging(Session session) throws SQLException {
        this.session = session;
        session.execute(StagedNames.TABLE);
        for (Table table : Table.values()) {
            if (!table.ddl.isEmpty()) {
                session.execute(table.ddl);
            }
        }
    }

    CopyWriter row(Table table, int fields) throws SQLException {
        return writers.computeIfAbsent(table, wanted -> new CopyWriter(session, wanted.target))
                .row(fields);
    }

    /** Until then some rows have not been sent. */
    void finish() throws SQLException {
        for (CopyWriter writer : writers.values()) {
            writer.finish();
        }
        writers.clear();
    }
}
