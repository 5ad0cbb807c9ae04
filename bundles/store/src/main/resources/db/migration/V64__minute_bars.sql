-- nothing has ever been written into it
drop table intraday_bars;

-- A minute by its start. Its session is the day of the market's zone on which that lies.
create table minute_bars (
    instrument_id integer not null,
    start         timestamptz not null,
    open          double precision not null,
    high          double precision not null,
    low           double precision not null,
    close         double precision not null,
    volume        double precision not null,
    import_id     integer not null,
    flag          text not null,
    primary key (instrument_id, start)
);

create table minute_revisions (
    like minute_bars,
    replaced_by integer not null,
    primary key (instrument_id, start, import_id)
);

alter table updates add timeframe varchar(4) not null default '1d' check (timeframe in ('1d', '1m'));
