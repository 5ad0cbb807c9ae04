create table strategies (
    owner_id            bigint not null references users (id) on delete cascade,
    id                  text collate "C" not null,
    visibility          varchar(10) not null default 'private' check (visibility in ('private', 'public')),
    name                text not null,
    description         text not null,
    plugin              text not null,
    factor_weights      json not null,
    constraints         json not null,
    rebalance_frequency text,
    -- everything, as its owner wrote it with the defaults filled in
    definition          json not null,
    version             integer not null,
    created_at          timestamptz not null default clock_timestamp(),
    updated_at          timestamptz not null default clock_timestamp(),
    primary key (owner_id, id)
);

-- a result hash covers the exact request: documents are kept as text (json), not taken apart (jsonb)
create table backtest_results (
    number                bigint generated always as identity primary key,
    id                    text collate "C" not null unique references jobs (id) on delete cascade,
    owner_id              bigint not null references users (id) on delete cascade,
    visibility            varchar(10) not null default 'private' check (visibility in ('private', 'public')),
    strategy_id           text collate "C",
    strategy              text not null,
    start_date            date not null,
    end_date              date not null,
    initial_capital       double precision not null,
    currency              varchar(8) not null,
    request               json not null,
    reproduces            text collate "C",
    manifest              json,
    total_return          double precision,
    annualized_return     double precision,
    annualized_volatility double precision,
    sharpe_ratio          double precision,
    sortino_ratio         double precision,
    calmar_ratio          double precision,
    max_drawdown          double precision,
    win_rate              double precision,
    num_trades            bigint,
    results               json,
    metrics               json,
    warnings              json not null default '[]',
    stored_trades         bigint not null default 0
);
create index backtest_results_owner on backtest_results (owner_id, number);

-- arrays run beside epoch_days, which count from 1970-01-01
create table backtest_equity (
    run        bigint primary key references backtest_results (number) on delete cascade,
    epoch_days integer[] not null,
    equity     double precision[] not null,
    cash       double precision[] not null,
    drawdown   double precision[] not null,
    benchmark  double precision[] not null
);

create table backtest_trades (
    run         bigint not null references backtest_results (number) on delete cascade,
    position    integer not null,
    date        date not null,
    signal_date date not null,
    ticker      varchar(32) collate "C" not null,
    sell        boolean not null,
    shares      double precision not null,
    price       double precision not null,
    commission  double precision not null,
    tax         double precision not null,
    slippage    double precision not null,
    primary key (run, position)
);
