-- A run may make tens of thousands of trades: a row for each took longer to write than the run to calculate. A block holds
-- up to 1024 of them in order, as arrays that run beside each other; days count from 1970-01-01.
create table backtest_trade_blocks (
    run         bigint not null references backtest_results (number) on delete cascade,
    block       integer not null,
    days        integer[] not null,
    signal_days integer[] not null,
    tickers     text[] not null,
    sells       boolean[] not null,
    shares      double precision[] not null,
    prices      double precision[] not null,
    commissions double precision[] not null,
    taxes       double precision[] not null,
    slippages   double precision[] not null,
    primary key (run, block)
);

-- random bits do not compress, and trying to takes longer than writing them
alter table backtest_trade_blocks
    alter column shares set storage external,
    alter column prices set storage external,
    alter column commissions set storage external,
    alter column taxes set storage external,
    alter column slippages set storage external;

insert into backtest_trade_blocks
    select run, position / 1024,
           array_agg(date - date '1970-01-01' order by position),
           array_agg(signal_date - date '1970-01-01' order by position),
           array_agg(ticker::text order by position), array_agg(sell order by position),
           array_agg(shares order by position), array_agg(price order by position),
           array_agg(commission order by position), array_agg(tax order by position),
           array_agg(slippage order by position)
    from backtest_trades
    group by run, position / 1024;

drop table backtest_trades;

create view backtest_trades as
    select b.run, b.block * 1024 + t.place::integer - 1 as position, date '1970-01-01' + t.day as date,
           date '1970-01-01' + t.signal_day as signal_date, t.ticker, t.sell, t.shares, t.price, t.commission, t.tax,
           t.slippage
    from backtest_trade_blocks b,
         unnest(b.days, b.signal_days, b.tickers, b.sells, b.shares, b.prices, b.commissions, b.taxes, b.slippages)
             with ordinality as t (day, signal_day, ticker, sell, shares, price, commission, tax, slippage, place);
