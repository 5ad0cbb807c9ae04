alter table users
    add column password_change_required boolean not null default false,
    add column password_expires_at timestamptz;

-- the id of the auth mode that began the session, which alone may find it
alter table sessions add column mode varchar(100) collate "C" not null;
create index sessions_expiry on sessions (expires_at);

-- the subject is the hash of a name or an address: people type passwords where a name belongs
create table login_failures (
    subject      varchar(64) collate "C" primary key,
    failures     integer not null,
    last_at      timestamptz not null default clock_timestamp(),
    locked_until timestamptz
);
create index login_failures_last on login_failures (last_at);
