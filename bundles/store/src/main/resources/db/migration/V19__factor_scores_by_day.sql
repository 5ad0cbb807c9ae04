-- A row for each score took ten times the bytes of the score. A day's scores are one array now, in the order of the set's
-- instruments, NaN where there is none. Nothing had written to the tables before.
drop view factor_scores;
drop table factor_score_values;
drop table factor_score_sets;

create table factor_score_sets (
    number        bigint generated always as identity primary key,
    id            text collate "C" not null unique,
    owner_id      bigint not null references users (id) on delete cascade,
    job_id        text collate "C" not null unique references jobs (id) on delete cascade,
    factor_name   text collate "C" not null,
    market        varchar(8) collate "C" not null,
    request       json not null,
    -- over the request without what only says whether to keep it up to date
    request_hash  varchar(64) collate "C" not null,
    keep          boolean not null,
    created_at    timestamptz not null default clock_timestamp(),
    -- of the latest completed computation
    plugin_sha256 varchar(64) collate "C",
    snapshot      bigint,
    data_digest   varchar(64) collate "C",
    instruments   integer[],
    first_date    date,
    last_date     date,
    days          integer,
    stored_values bigint,
    computed_at   timestamptz,
    unique (owner_id, factor_name, request_hash)
);
create index factor_score_sets_kept on factor_score_sets (market) where keep;

create table factor_score_days (
    set_number bigint not null references factor_score_sets (number) on delete cascade,
    date       date not null,
    scores     double precision[] not null,
    primary key (set_number, date)
);

-- random bits do not compress, and trying to takes longer than writing them
alter table factor_score_days alter column scores set storage external;

create view factor_scores as
    select i.ticker, i.market as region, v.date, v.factor_name, v.score, v.percentile, v.set_id, v.snapshot
    from (select s.id as set_id, s.factor_name, s.snapshot, d.date, u.instrument_id, u.score,
                 (rank() over (partition by s.id, d.date order by u.score)
                  + (count(*) over (partition by s.id, d.date, u.score) - 1) / 2.0::double precision)
                 / count(*) over (partition by s.id, d.date) as percentile
          from factor_score_sets s
          join factor_score_days d on d.set_number = s.number
          cross join lateral unnest(s.instruments, d.scores) as u (instrument_id, score)
          where u.score <> 'NaN') v
    join instruments i on i.id = v.instrument_id;

create table factor_analyses (
    number     bigint generated always as identity primary key,
    id         text collate "C" not null unique references jobs (id) on delete cascade,
    owner_id   bigint not null references users (id) on delete cascade,
    request    json not null,
    result     json
);
create index factor_analyses_by_owner on factor_analyses (owner_id, number);

-- series of an analysis, each under the factor that it is about
create table factor_analysis_parts (
    analysis bigint not null references factor_analyses (number) on delete cascade,
    subject  text collate "C" not null,
    part     varchar(20) collate "C" not null,
    document json not null,
    primary key (analysis, subject, part)
);
