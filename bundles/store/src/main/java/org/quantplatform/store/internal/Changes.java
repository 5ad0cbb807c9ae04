package org.quantplatform.store.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.data.DataChange;
import org.quantplatform.api.data.DiffQuery;
import org.quantplatform.store.internal.sql.Columns;
import org.quantplatform.store.internal.sql.Session;

/**
 * Compares two states of a market. What the later one shows and came after the earlier one is new, or a revision when the
 * earlier one shows something else in its place; what only the earlier one shows was removed.
 */
final class Changes {

    private static final List<String> BAR = List.of("open", "high", "low", "close", "volume");
    private static final List<String> FACT = List.of("value");

    /** Parameters: market, earlier state, later state. */
    private static final String CHANGED =
            """
            with p as (select ?::text as market, ?::bigint as earlier, ?::bigint as later, ?::text as ticker),
            named as (
                select i.id, i.ticker from instruments i, p
                where i.market = p.market and (p.ticker is null or i.ticker = p.ticker)),
            bars as (
                select b.instrument_id, b.date, b.import_id, null::integer as replaced_by,
                       array[b.open, b.high, b.low, b.close, b.volume] as shown
                from daily_bars b, p where b.market = p.market and b.import_id > p.earlier and b.import_id <= p.later
                union all
                select r.instrument_id, r.date, r.import_id, r.replaced_by,
                       array[r.open, r.high, r.low, r.close, r.volume]
                from ohlcv_revisions r, p
                where r.market = p.market and r.replaced_by > p.earlier and r.import_id <= p.later),
            rows as (
                select 1 as kind, instrument_id, date, date as published, '' as item, import_id, replaced_by, shown
                from bars
                union all
                select 2, a.instrument_id, a.ex_date, a.ex_date, a.kind, a.import_id, a.replaced_by, array[a.value]
                from corporate_actions a
                union all
                select 3, f.instrument_id, f.period_end, f.published, f.item, f.import_id, f.replaced_by,
                       array[f.value]
                from fundamentals f),
            both_states as (
                select r.kind, n.ticker, r.date, r.published, r.item,
                       max(r.shown) filter (where r.import_id <= p.earlier and coalesce(r.replaced_by, 2147483647) > p.earlier)
                           as before,
                       max(r.shown) filter (where r.import_id <= p.later and coalesce(r.replaced_by, 2147483647) > p.later)
                           as after
                from rows r join named n on n.id = r.instrument_id, p
                where r.import_id > p.earlier or r.replaced_by is not null
                group by r.kind, n.ticker, r.date, r.published, r.item)
            """;

    private static final String DIFFERENT = " from both_states where before is distinct from after";

    private Changes() {}

    static Page<DataChange> page(Session session, DiffQuery query, PageRequest page) throws SQLException {
        String market = query.market().name();
        long earlier = States.of(session, query.market(), States.existing(session, query.from()));
        long later = States.of(session, query.market(), States.existing(session, query.to()));
        String ticker = query.ticker();
        List<DataChange> changes = session.list(
                CHANGED + "select *" + DIFFERENT + " order by kind, ticker, date, published, item limit ? offset ?",
                Changes::change,
                market,
                earlier,
                later,
                ticker,
                page.limit(),
                page.offset());
        long total = session.number(CHANGED + "select count(*)" + DIFFERENT, market, earlier, later, ticker);
        return Page.of(changes, page, total);
    }

    private static DataChange change(ResultSet row) throws SQLException {
        int kind = row.getInt("kind");
        List<String> names = kind == 1 ? BAR : FACT;
        Map<String, Double> before = values(row, "before", names);
        Map<String, Double> after = values(row, "after", names);
        return new DataChange(
                List.of("bar", "action", "fundamental").get(kind - 1),
                before.isEmpty() ? "added" : after.isEmpty() ? "removed" : "revised",
                row.getString("ticker"),
                Columns.date(row, "date"),
                row.getString("item"),
                before,
                after);
    }

    private static Map<String, Double> values(ResultSet row, String column, List<String> names) throws SQLException {
        Map<String, Double> values = new LinkedHashMap<>();
        if (row.getArray(column) != null) {
            double[] numbers = Columns.doubles(row, column);
            for (int i = 0; i < numbers.length; i++) {
                values.put(names.get(i), numbers[i]);
            }
        }
        return values;
    }
}
