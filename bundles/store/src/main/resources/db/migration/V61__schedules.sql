-- whoever runs one holds it until lease_until
create table data_schedules (
    id          text collate "C" primary key,
    owner_id    bigint not null references users (id) on delete cascade,
    request     json not null,
    cron        text,
    time_zone   text not null,
    after_close integer,
    next_run    timestamptz not null,
    lease_until timestamptz,
    last_run    timestamptz,
    last_update text collate "C",
    last_error  text,
    created_at  timestamptz not null default clock_timestamp(),
    check ((cron is null) <> (after_close is null))
);
create index data_schedules_due on data_schedules (next_run);
