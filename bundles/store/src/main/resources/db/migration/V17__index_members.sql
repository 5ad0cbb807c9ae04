-- of an index that is imported again, rows that are not there any more are replaced; null while it holds
create table index_members (
    market      varchar(8) collate "C" not null,
    index_name  varchar(32) collate "C" not null,
    ticker      varchar(32) collate "C" not null,
    first_day   date not null,
    -- null while the instrument belongs
    last_day    date,
    import_id   integer not null,
    replaced_by integer
);
create index index_members_by_index on index_members (market, index_name);
