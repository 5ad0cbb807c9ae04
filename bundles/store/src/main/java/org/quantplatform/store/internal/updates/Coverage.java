package org.quantplatform.store.internal.updates;

import java.sql.SQLException;
import org.quantplatform.store.internal.sql.Session;

/** Of which days of an instrument a source answered, so that nobody needs to ask for them again. */
final class Coverage {

    /**
     * That a day has no bar is believed of an instrument of which bars came now, or were covered by the same source before: a
     * source may answer about one that it does not know with an empty list. It is believed when the day is long past, or when a
     * bar of another instrument of the chunk came on it or later; never of an instrument that a source refused as a whole, and
     * only up to the first day after the latest bar of which a source said what could not be stored.
     */
    private static final String COVER =
            """
            with part as materialized (
                select u.id, h.number, u.market, h.tickers, h.first_day, h.last_day
                from update_chunks h join updates u on u.id = h.update_id
                where h.update_id = ? and h.number = ? and h.kind not in ('instruments', 'actions') and u.timeframe = '1d'),
            reach as materialized (
                select p.first_day,
                       case when p.last_day < current_date - 14 then p.last_day
                            else (select least(p.last_day, max(d.last_day)) from update_deliveries d
                                  where d.update_id = p.id and d.chunk = p.number) end as last_day
                from part p),
            came as materialized (
                select distinct unnest(d.tickers) as ticker
                from part p join update_deliveries d on d.update_id = p.id and d.chunk = p.number),
            known as materialized (
                select i.id, i.market, i.ticker,
                       (select max(b.date) from daily_bars b
                        where b.market = i.market and b.instrument_id = i.id and b.date <= r.last_day) as last_bar
                from part p cross join reach r cross join unnest(p.tickers) t (ticker)
                join instruments i on i.market = p.market and i.ticker = t.ticker
                where not exists (select from refused_bars f
                                  where (f.market, f.ticker, f.date) = (i.market, i.ticker, '-infinity')
                                    and (f.update_id, f.chunk) = (p.id, p.number))
                  and (i.ticker in (select ticker from came)
                       or exists (select from bar_coverage c where c.instrument_id = i.id and c.source = ?))),
            sure as (
                select k.id, r.first_day,
                       coalesce((select min(f.date) - 1 from refused_bars f
                                 where f.market = k.market and f.ticker = k.ticker
                                   and f.date >= r.first_day and f.date <= r.last_day
                                   and (k.last_bar is null or f.date > k.last_bar)), r.last_day) as last_day
                from known k cross join reach r)
            insert into bar_coverage as c (instrument_id, first_day, last_day, source)
            select id, first_day, last_day, ? from sure where last_day >= first_day
            on conflict (instrument_id) do update
            set first_day = case when excluded.first_day <= c.last_day and excluded.last_day >= c.first_day
                                 then least(c.first_day, excluded.first_day)
                                 when excluded.last_day > c.last_day then excluded.first_day else c.first_day end,
                last_day = greatest(c.last_day, excluded.last_day), source = excluded.source,
                checked_at = clock_timestamp()""";

    /** Ends doubts about days that a source was asked for again and did not refuse. */
    private static final String SETTLE =
            """
            with part as materialized (
                select u.id, h.number, u.market, h.tickers, h.first_day, h.last_day
                from update_chunks h join updates u on u.id = h.update_id
                where h.update_id = ? and h.number = ? and h.kind not in ('instruments', 'actions') and u.timeframe = '1d')
            delete from refused_bars f using part p
            where f.market = p.market and f.ticker = any (p.tickers) and (f.update_id, f.chunk) <> (p.id, p.number)
              and (f.date = '-infinity'
                   or f.date between p.first_day and p.last_day
                      and not exists (select from refused_bars r
                                      where (r.market, r.ticker, r.date) = (f.market, f.ticker, '-infinity')
                                        and (r.update_id, r.chunk) = (p.id, p.number)))""";

    private Coverage() {}

    /** By a chunk that has ended, with what its sources brought and refused. */
    static void extend(Session session, String update, int chunk, String coveredBy) throws SQLException {
        session.update(SETTLE, update, chunk);
        session.update(COVER, update, chunk, coveredBy, coveredBy);
    }
}
