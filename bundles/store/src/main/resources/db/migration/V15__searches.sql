-- What is tried on the same instruments counts together, whatever dates, sectors or filters: the same past was looked at.
create function data_set_of(universe json) returns text language sql immutable as $$
    select coalesce(universe ->> 'market', '')
        || coalesce('/' || (universe ->> 'index'), '')
        || coalesce(':' || left(encode(sha256(convert_to(
               (select string_agg(t, ',' order by t collate "C") from json_array_elements_text(universe -> 'tickers') t),
               'UTF8')), 'hex'), 24), '')
$$;

-- How many runs a choice was made from decides how good the best one had to look by luck; deleting a run takes no trial back.
-- No foreign key: the ledger outlives users and runs.
create table trial_ledger (
    data_set text collate "C" not null,
    owner_id bigint not null,
    kind     varchar(10) collate "C" not null check (kind in ('backtest', 'trial')),
    runs     bigint not null,
    first_at timestamptz not null default clock_timestamp(),
    last_at  timestamptz not null default clock_timestamp(),
    primary key (data_set, owner_id, kind)
);

insert into trial_ledger (data_set, owner_id, kind, runs)
    select data_set_of(request -> 'universe'), owner_id, 'backtest', count(*)
    from backtest_results
    where results is not null and reproduces is null
    group by 1, 2;

create table searches (
    number   bigint generated always as identity primary key,
    id       text collate "C" not null unique references jobs (id) on delete cascade,
    owner_id bigint not null references users (id) on delete cascade,
    data_set text collate "C" not null,
    result   json
);
create index searches_owner on searches (owner_id, number);

-- returns are doubles of eight bytes each, the first byte first; days count from 1970-01-01 and are kept of tests only
create table search_trials (
    search       bigint not null references searches (number) on delete cascade,
    number       integer not null,
    time_window  integer not null,
    part         varchar(5) collate "C" not null check (part in ('whole', 'train', 'test')),
    varied       json not null,
    objective    double precision,
    -- higher is better, null is worst
    rating       double precision,
    summary      json,
    error        text,
    epoch_days   integer[],
    returns      bytea not null,
    primary key (search, number)
);
create index search_trials_rating on search_trials (search, rating desc nulls last, number);
alter table search_trials alter column returns set storage external;
