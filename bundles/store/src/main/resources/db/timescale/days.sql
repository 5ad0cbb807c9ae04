-- Moves daily bars into a hypertable, and months and quarters into continuous aggregates. Everything else goes on to see
-- the names, columns and values that it has on plain PostgreSQL.
create schema timescale;

create table timescale.ohlcv_data (like public.daily_bars, primary key (instrument_id, date));
select create_hypertable('timescale.ohlcv_data', 'date', chunk_time_interval => interval '365 days',
                         create_default_indexes => false);
create index ohlcv_data_import on timescale.ohlcv_data using brin (import_id);

insert into timescale.ohlcv_data select * from public.daily_bars;
drop view public.ohlcv_data;
drop table public.daily_bars;

create view public.daily_bars as
    select instrument_id, date, open, high, low, close, volume, import_id, market, flag from timescale.ohlcv_data;

create view public.ohlcv_data as
    select i.ticker, b.market as region, b.date, '1d' as timeframe, b.open, b.high, b.low, b.close, b.volume,
           b.instrument_id, b.import_id, nullif(b.flag, '') as flag
    from public.daily_bars b join public.instruments i on i.id = b.instrument_id;

create materialized view timescale.ohlcv_monthly with (timescaledb.continuous, timescaledb.materialized_only = true) as
    select b.instrument_id, time_bucket(interval '1 month', b.date) as period, b.market,
           coalesce((array_agg(b.open order by b.date) filter (where b.open <> 'NaN'))[1], 'NaN') as open,
           coalesce(max(b.high) filter (where b.high <> 'NaN'), 'NaN') as high,
           coalesce(min(b.low) filter (where b.low <> 'NaN'), 'NaN') as low,
           (array_agg(b.close order by b.date desc))[1] as close,
           coalesce(sum(b.volume order by b.date) filter (where b.volume <> 'NaN'), 'NaN') as volume,
           count(*)::integer as bars, min(b.date) as first_day, max(b.date) as last_day
    from timescale.ohlcv_data b
    group by 1, 2, 3
    with no data;

create materialized view timescale.ohlcv_quarterly with (timescaledb.continuous, timescaledb.materialized_only = true) as
    select b.instrument_id, time_bucket(interval '3 months', b.date) as period, b.market,
           coalesce((array_agg(b.open order by b.date) filter (where b.open <> 'NaN'))[1], 'NaN') as open,
           coalesce(max(b.high) filter (where b.high <> 'NaN'), 'NaN') as high,
           coalesce(min(b.low) filter (where b.low <> 'NaN'), 'NaN') as low,
           (array_agg(b.close order by b.date desc))[1] as close,
           coalesce(sum(b.volume order by b.date) filter (where b.volume <> 'NaN'), 'NaN') as volume,
           count(*)::integer as bars, min(b.date) as first_day, max(b.date) as last_day
    from timescale.ohlcv_data b
    group by 1, 2, 3
    with no data;

-- an aggregate alone would be behind after a correction of an old bar: what changed since is rolled up while it is read
create or replace view public.rolled_ohlcv as
    select r.instrument_id, 'month'::varchar collate "C" as unit, r.period, r.market, r.open, r.high, r.low, r.close, r.volume,
           r.bars, r.first_day, r.last_day
    from timescale.ohlcv_monthly r
    where not exists (select from public.bar_changes c where c.instrument_id = r.instrument_id)
    union all
    select r.instrument_id, 'quarter'::varchar collate "C", r.period, r.market, r.open, r.high, r.low, r.close, r.volume,
           r.bars, r.first_day, r.last_day
    from timescale.ohlcv_quarterly r
    where not exists (select from public.bar_changes c where c.instrument_id = r.instrument_id)
    union all
    select n.instrument_id, u.unit, n.period, c.market, n.open, n.high, n.low, n.close, n.volume, n.bars, n.first_day,
           n.last_day
    from (select distinct market, instrument_id from public.bar_changes) c
    cross join (values ('month'::varchar collate "C"), ('quarter')) u (unit)
    cross join lateral public.rolled_bars(u.unit, c.market, array[c.instrument_id], '-infinity', 'infinity') n;

truncate public.bar_rollups;
insert into public.bar_changes (market, instrument_id, first_day, last_day)
select market, instrument_id, min(date), max(date) from public.daily_bars group by market, instrument_id;

alter table timescale.ohlcv_data set (timescaledb.compress, timescaledb.compress_segmentby = 'market, instrument_id',
                                      timescaledb.compress_orderby = 'date');
select add_compression_policy('timescale.ohlcv_data', interval '730 days');
-- the platform itself asks for what changed; these take in what other programs wrote
select add_continuous_aggregate_policy('timescale.ohlcv_monthly', start_offset => null, end_offset => null,
                                       schedule_interval => interval '1 hour');
select add_continuous_aggregate_policy('timescale.ohlcv_quarterly', start_offset => null, end_offset => null,
                                       schedule_interval => interval '1 hour');
