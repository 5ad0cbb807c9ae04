create table factor_score_sets (
    id             bigint generated always as identity primary key,
    market         varchar(8) collate "C" not null,
    factor_name    text collate "C" not null,
    plugin_sha256  varchar(64) collate "C" not null,
    parameter_hash varchar(64) collate "C" not null,
    parameters     json not null,
    snapshot       bigint not null,
    universe       json not null,
    universe_hash  varchar(64) collate "C" not null,
    created_at     timestamptz not null default now(),
    unique (factor_name, plugin_sha256, parameter_hash, snapshot, market, universe_hash)
);

create table factor_score_values (
    set_id        bigint not null references factor_score_sets (id) on delete cascade,
    date          date not null,
    instrument_id integer not null references instruments (id),
    score         double precision not null,
    percentile    double precision not null,
    primary key (set_id, date, instrument_id)
);

create view factor_scores as
    select i.ticker, i.market as region, v.date, s.factor_name, v.score, v.percentile, s.id as set_id, s.snapshot
    from factor_score_values v
    join factor_score_sets s on s.id = v.set_id
    join instruments i on i.id = v.instrument_id;

create table portfolios (
    id         bigint generated always as identity primary key,
    owner_id   bigint not null references users (id) on delete cascade,
    name       text collate "C" not null,
    visibility varchar(10) not null default 'private' check (visibility in ('private', 'public')),
    currency   varchar(8) not null,
    is_default boolean not null default false,
    created_at timestamptz not null default now(),
    unique (owner_id, name)
);
create unique index portfolios_default on portfolios (owner_id) where is_default;

create table portfolio_cash (
    portfolio_id bigint not null references portfolios (id) on delete cascade,
    date         date not null,
    amount       double precision not null,
    primary key (portfolio_id, date)
);

create table portfolio_holdings (
    portfolio_id   bigint not null references portfolios (id) on delete cascade,
    strategy       text collate "C",
    instrument_id  integer not null references instruments (id),
    date           date not null,
    shares         double precision not null,
    weight         double precision,
    cost_basis     double precision not null,
    market_value   double precision,
    unrealized_pnl double precision,
    primary key (portfolio_id, date, instrument_id)
);
