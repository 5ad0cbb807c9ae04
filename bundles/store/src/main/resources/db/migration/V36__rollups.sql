-- bars that came since the rollups of their instrument were made
create table bar_changes (
    market        varchar(8) collate "C" not null,
    instrument_id integer not null,
    first_day     date not null,
    last_day      date not null
);
create index bar_changes_by_instrument on bar_changes (instrument_id);

-- of a month or quarter: the first open, highest high, lowest low and last close that are there, the sum of the volume that
-- is, and how many bars there are; unit is 'month' or 'quarter', period its first day. Absent is NaN.
create table bar_rollups (
    instrument_id integer not null,
    unit          varchar(7) collate "C" not null check (unit in ('month', 'quarter')),
    period        date not null,
    market        varchar(8) collate "C" not null,
    open          double precision not null,
    high          double precision not null,
    low           double precision not null,
    close         double precision not null,
    volume        double precision not null,
    bars          integer not null,
    first_day     date not null,
    last_day      date not null,
    primary key (instrument_id, unit, period)
);

create function rolled_bars(of_unit text, of_market text, ids integer[], from_day date, to_day date)
returns table (instrument_id integer, period date, open double precision, high double precision, low double precision,
               close double precision, volume double precision, bars integer, first_day date, last_day date)
language sql stable as $$
    select b.instrument_id, date_trunc(of_unit, b.date)::date,
           coalesce((array_agg(b.open order by b.date) filter (where b.open <> 'NaN'))[1], 'NaN'),
           coalesce(max(b.high) filter (where b.high <> 'NaN'), 'NaN'),
           coalesce(min(b.low) filter (where b.low <> 'NaN'), 'NaN'),
           (array_agg(b.close order by b.date desc))[1],
           coalesce(sum(b.volume) filter (where b.volume <> 'NaN'), 'NaN'),
           count(*)::integer, min(b.date), max(b.date)
    from daily_bars b
    where b.market = of_market and b.instrument_id = any (ids) and b.date >= from_day and b.date < to_day
    group by b.instrument_id, date_trunc(of_unit, b.date)
$$;

-- whoever reads them sees every bar: what is not rolled up yet is rolled up while it is read
create view rolled_ohlcv as
    select r.instrument_id, r.unit, r.period, r.market, r.open, r.high, r.low, r.close, r.volume, r.bars, r.first_day,
           r.last_day
    from bar_rollups r where not exists (select from bar_changes c where c.instrument_id = r.instrument_id)
    union all
    select n.instrument_id, u.unit, n.period, c.market, n.open, n.high, n.low, n.close, n.volume, n.bars, n.first_day,
           n.last_day
    from (select distinct market, instrument_id from bar_changes) c
    cross join (values ('month'), ('quarter')) u (unit)
    cross join lateral rolled_bars(u.unit, c.market, array[c.instrument_id], '-infinity', 'infinity') n;

create view ohlcv_monthly as
    select i.ticker, r.market as region, r.period as month, r.open, r.high, r.low, r.close, r.volume, r.bars, r.first_day,
           r.last_day, r.instrument_id
    from rolled_ohlcv r join instruments i on i.id = r.instrument_id where r.unit = 'month';

create view ohlcv_quarterly as
    select i.ticker, r.market as region, r.period as quarter, r.open, r.high, r.low, r.close, r.volume, r.bars,
           r.first_day, r.last_day, r.instrument_id
    from rolled_ohlcv r join instruments i on i.id = r.instrument_id where r.unit = 'quarter';

-- a day of a run per row; its return is null on the first
create view performance_daily as
    select b.id as backtest_id, date '1970-01-01' + e.epoch_days[n] as date, e.equity[n] as equity, e.cash[n] as cash,
           e.equity[n] / nullif(e.equity[n - 1], 0) - 1 as daily_return, e.drawdown[n] as drawdown,
           e.benchmark[n] as benchmark
    from backtest_equity e join backtest_results b on b.number = e.run
    cross join lateral generate_subscripts(e.epoch_days, 1) n;

-- what is stored already waits to be rolled up
insert into bar_changes (market, instrument_id, first_day, last_day)
select market, instrument_id, min(date), max(date) from daily_bars group by market, instrument_id;
