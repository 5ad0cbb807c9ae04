-- so that changes that came meanwhile are not taken for those that were rolled up
alter table bar_changes add column number bigint generated always as identity;

-- the sum goes by days, so that it has the same last bit wherever the rows lie
create or replace function rolled_bars(of_unit text, of_market text, ids integer[], from_day date, to_day date)
returns table (instrument_id integer, period date, open double precision, high double precision, low double precision,
               close double precision, volume double precision, bars integer, first_day date, last_day date)
language sql stable as $$
    select b.instrument_id, date_trunc(of_unit, b.date)::date,
           coalesce((array_agg(b.open order by b.date) filter (where b.open <> 'NaN'))[1], 'NaN'),
           coalesce(max(b.high) filter (where b.high <> 'NaN'), 'NaN'),
           coalesce(min(b.low) filter (where b.low <> 'NaN'), 'NaN'),
           (array_agg(b.close order by b.date desc))[1],
           coalesce(sum(b.volume order by b.date) filter (where b.volume <> 'NaN'), 'NaN'),
           count(*)::integer, min(b.date), max(b.date)
    from daily_bars b
    where b.market = of_market and b.instrument_id = any (ids) and b.date >= from_day and b.date < to_day
    group by b.instrument_id, date_trunc(of_unit, b.date)
$$;
