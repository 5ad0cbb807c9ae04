create table factor_expressions (
    owner_id    bigint not null references users (id) on delete cascade,
    id          text collate "C" not null,
    visibility  varchar(10) not null default 'private' check (visibility in ('private', 'public')),
    expression  text not null,
    description text not null,
    created_at  timestamptz not null default clock_timestamp(),
    primary key (owner_id, id)
);
