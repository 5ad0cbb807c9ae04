-- either with a user or, by a link, with whoever has its token
create table shares (
    id          bigint generated always as identity primary key,
    owner_id    bigint not null references users (id) on delete cascade,
    backtest_id text collate "C" references backtest_results (id) on delete cascade,
    strategy_id text collate "C",
    user_id     bigint references users (id) on delete cascade,
    -- SHA-256 of the token: a copy of this table opens no link
    token_hash  varchar(64) collate "C" unique,
    expires_at  timestamptz,
    created_at  timestamptz not null default now(),
    foreign key (owner_id, strategy_id) references strategies (owner_id, id) on delete cascade,
    check ((backtest_id is null) <> (strategy_id is null)),
    check ((user_id is null) <> (token_hash is null)),
    check (token_hash is null or expires_at is not null)
);
create unique index shares_backtest_user on shares (backtest_id, user_id) where user_id is not null;
create unique index shares_strategy_user on shares (owner_id, strategy_id, user_id) where user_id is not null;
create index shares_owner on shares (owner_id, id);
create index shares_user on shares (user_id, id);
