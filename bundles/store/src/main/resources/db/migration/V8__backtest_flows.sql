-- What changed a run's cash and shares besides trades, as arrays that run beside each other; days count from 1970-01-01.
-- With it daily holdings follow from what was stored, without the simulator's rules. Runs from before have no row.
create table backtest_flows (
    run          bigint primary key references backtest_results (number) on delete cascade,
    days         integer[] not null,
    tickers      text[] not null,
    kinds        text[] not null,
    currencies   text[] not null,
    amounts      double precision[] not null,
    shares_after double precision[] not null
);
