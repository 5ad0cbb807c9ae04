-- Moves bars of minutes into a hypertable. Everything else goes on to see the name and columns that it has on plain PostgreSQL.
create table timescale.minute_bars (like public.minute_bars, primary key (instrument_id, start));
select create_hypertable('timescale.minute_bars', 'start', chunk_time_interval => interval '28 days',
                         create_default_indexes => false);

insert into timescale.minute_bars select * from public.minute_bars;
drop table public.minute_bars;

create view public.minute_bars as
    select instrument_id, start, open, high, low, close, volume, import_id, flag from timescale.minute_bars;

alter table timescale.minute_bars set (timescaledb.compress, timescaledb.compress_segmentby = 'instrument_id',
                                       timescaledb.compress_orderby = 'start');
select add_compression_policy('timescale.minute_bars', interval '90 days');
