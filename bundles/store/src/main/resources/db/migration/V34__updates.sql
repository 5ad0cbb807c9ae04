-- every state of the data: each import makes one, and each delivery of an update
create table data_snapshots (
    snapshot     bigint primary key,
    -- names the snapshot beyond this database: numbers may come again after a restore
    token        uuid not null default gen_random_uuid(),
    import_id    text collate "C" not null,
    source       varchar(100) not null,
    stored       bigint not null,
    revised      bigint not null,
    committed_at timestamptz not null default clock_timestamp(),
    -- of an update that goes on: panels show its rows from the snapshot of its end
    part         boolean not null default false
);
insert into data_snapshots (snapshot, token, import_id, source, stored, revised, committed_at)
select snapshot, token, id, source, stored, revised, committed_at from imports where snapshot is not null;
create index data_snapshots_by_time on data_snapshots (committed_at);
alter table imports drop column token;

create table updates (
    id          text collate "C" primary key references jobs (id) on delete cascade,
    market      varchar(8) collate "C" not null,
    mode        varchar(8) not null check (mode in ('update', 'backfill')),
    sources     text[] not null,
    instruments integer not null default 0,
    planned     boolean not null default false,
    -- in which panels show all that it brought, so that no run sees half a day; null until it has ended
    snapshot    bigint,
    released    boolean not null default false
);

create table update_chunks (
    update_id text collate "C" not null references updates (id) on delete cascade,
    number    integer not null,
    kind      varchar(12) not null check (kind in ('instruments', 'update', 'backfill', 'reload')),
    tickers   text[] not null,
    first_day date not null,
    last_day  date not null,
    -- sessions that were asked for, over all tickers, and of these the ones without a bar in the end
    requested bigint not null,
    absent    bigint not null default 0,
    state     varchar(8) not null default 'pending' check (state in ('pending', 'done', 'failed')),
    primary key (update_id, number)
);

-- what one source delivered for one chunk, stored in the transaction of its rows
create table update_deliveries (
    update_id text collate "C" not null,
    chunk     integer not null,
    position  integer not null,
    source    varchar(100) not null,
    received  bigint not null default 0,
    stored    bigint not null default 0,
    unchanged bigint not null default 0,
    revised   bigint not null default 0,
    flagged   bigint not null default 0,
    refused   bigint not null default 0,
    -- rows that were not asked for
    surplus   bigint not null default 0,
    actions   bigint not null default 0,
    reasons   json not null default '{}',
    snapshot  bigint,
    changed   boolean not null default false,
    error     text,
    at        timestamptz not null default clock_timestamp(),
    primary key (update_id, chunk, position),
    foreign key (update_id, chunk) references update_chunks (update_id, number) on delete cascade
);

create table update_details (
    update_id text collate "C" not null references updates (id) on delete cascade,
    chunk     integer not null,
    position  integer not null,
    number    integer not null,
    ticker    text not null,
    date      text not null,
    outcome   varchar(8) not null check (outcome in ('refused', 'flagged')),
    reason    text not null,
    primary key (update_id, chunk, position, number)
);

-- days for which a source answered for an instrument, whether or not there were bars
create table bar_coverage (
    instrument_id integer primary key references instruments (id),
    first_day     date not null,
    last_day      date not null,
    source        varchar(100) not null,
    checked_at    timestamptz not null default clock_timestamp()
);
