-- what the key is derived with and a digest of it: tells a wrong key, not the key
create table secret_key (
    only_one boolean primary key default true check (only_one),
    salt     bytea not null,
    digest   bytea not null
);

create table secrets (
    name       varchar(64) collate "C" primary key,
    nonce      bytea not null,
    content    bytea not null,
    updated_by varchar(255) not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);
