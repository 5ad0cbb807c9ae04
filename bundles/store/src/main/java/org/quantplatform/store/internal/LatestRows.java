package org.quantplatform.store.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.data.LatestBars;
import org.quantplatform.api.data.LatestQuery;
import org.quantplatform.model.QuantException;
import org.quantplatform.store.internal.sql.Columns;
import org.quantplatform.store.internal.sql.Session;

/** The latest bar of each instrument: one step down the index of its days. */
final class LatestRows {

    private static final String NOW =
            """
            select i.ticker, i.currency, i.synthetic, b.*
            from instruments i
            left join lateral (
                select date, open, high, low, close, volume from daily_bars
                where market = ? and instrument_id = i.id order by date desc limit 1) b on true
            where i.market = ? and (? or i.ticker = any (?)) order by i.ticker""";

    private static final String THEN =
            """
            select i.ticker, i.currency, i.synthetic, b.*
            from (
                select id, ticker, currency, synthetic from instruments where market = ? and import_id <= ?
                union all
                select id, ticker, currency, synthetic from instrument_revisions
                where market = ? and import_id <= ? and replaced_by > ?) i
            left join lateral (
                (select date, open, high, low, close, volume from daily_bars
                 where market = ? and instrument_id = i.id and import_id <= ? order by date desc limit 1)
                union all
                (select date, open, high, low, close, volume from ohlcv_revisions
                 where instrument_id = i.id and import_id <= ? and replaced_by > ? order by date desc limit 1)
                order by date desc limit 1) b on true
            where ? or i.ticker = any (?) order by i.ticker""";

    private LatestRows() {}

    /** @param date null when the instrument has no bar */
    private record Latest(
            String ticker,
            String currency,
            boolean synthetic,
            @Nullable LocalDate date,
            double open,
            double high,
            double low,
            double close,
            double volume) {

        static Latest of(ResultSet row) throws SQLException {
            return new Latest(
                    row.getString(1),
                    row.getString(2),
                    row.getBoolean(3),
                    Columns.dateOrNull(row, "date"),
                    row.getDouble(5),
                    row.getDouble(6),
                    row.getDouble(7),
                    row.getDouble(8),
                    row.getDouble(9));
        }
    }

    static LatestBars read(Session session, LatestQuery query) throws SQLException {
        List<Latest> found = rows(session, query);
        if (found.size() < query.tickers().size()) {
            TreeSet<String> unknown = new TreeSet<>(query.tickers());
            found.forEach(row -> unknown.remove(row.ticker()));
            throw QuantException.notFound("instrument", query.market() + ":" + unknown.first());
        }
        List<Latest> rows = found.stream().filter(row -> row.date() != null).toList();
        boolean[] synthetic = new boolean[rows.size()];
        for (int i = 0; i < synthetic.length; i++) {
            synthetic[i] = rows.get(i).synthetic();
        }
        return new LatestBars(
                query.market(),
                rows.stream().map(Latest::ticker).toList(),
                rows.stream().map(Latest::currency).toList(),
                synthetic,
                rows.stream().map(Latest::date).toList(),
                column(rows, Latest::open),
                column(rows, Latest::high),
                column(rows, Latest::low),
                column(rows, Latest::close),
                column(rows, Latest::volume));
    }

    private static double[] column(List<Latest> rows, ToDoubleFunction<Latest> value) {
        return rows.stream().mapToDouble(value).toArray();
    }

    private static List<Latest> rows(Session session, LatestQuery query) throws SQLException {
        String market = query.market().name();
        boolean all = query.tickers().isEmpty();
        String[] tickers = query.tickers().toArray(String[]::new);
        if (query.asOf() == null) {
            return session.list(NOW, Latest::of, market, market, all, tickers);
        }
        long state = States.of(session, query.market(), query.asOf());
        return session.list(
                THEN, Latest::of, market, state, market, state, state, market, state, state, state, all, tickers);
    }
}
