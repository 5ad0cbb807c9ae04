create table api_keys (
    number       bigint generated always as identity primary key,
    id           varchar(20) collate "C" not null unique,
    owner_id     bigint not null references users (id) on delete cascade,
    name         varchar(100) not null,
    -- SHA-256 of the key: a copy of this table lets nobody in
    token_hash   varchar(64) collate "C" not null unique,
    scopes       varchar(30)[] not null,
    created_at   timestamptz not null default now(),
    expires_at   timestamptz,
    last_used_at timestamptz
);
create index api_keys_owner on api_keys (owner_id, number);
