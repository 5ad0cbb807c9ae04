create table data_checks (
    id          text collate "C" primary key references jobs (id) on delete cascade,
    market      varchar(8) collate "C" not null,
    first_day   date,
    last_day    date,
    instruments integer not null default 0,
    bars        bigint not null default 0,
    findings    json not null default '{}',
    done        boolean not null default false,
    snapshot    bigint
);

create table check_findings (
    check_id text collate "C" not null references data_checks (id) on delete cascade,
    number   integer not null,
    ticker   varchar(32) collate "C" not null,
    date     date not null,
    rule     varchar(32) collate "C" not null,
    detail   text not null,
    flagged  boolean not null,
    primary key (check_id, number)
);

-- import_id: the snapshot since which the flag holds; replaced_by: the one since which it does not
create table bar_flags (
    instrument_id integer not null references instruments (id),
    date          date not null,
    rule          varchar(32) collate "C" not null,
    import_id     integer not null,
    replaced_by   integer,
    primary key (instrument_id, date, rule, import_id)
);
create unique index bar_flags_current on bar_flags (instrument_id, date, rule) where replaced_by is null;
