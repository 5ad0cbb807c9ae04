alter table corporate_actions drop constraint corporate_actions_kind_check;
alter table corporate_actions add constraint corporate_actions_kind_check
    check (kind in ('split', 'dividend', 'delisting', 'spin_off'));

-- instruments that go on under another ticker; the instrument's row has the new one since import_id
create table renames (
    market     varchar(8) collate "C" not null,
    old_ticker varchar(32) collate "C" not null,
    new_ticker varchar(32) collate "C" not null,
    date       date not null,
    import_id  integer not null,
    primary key (market, old_ticker, new_ticker, date)
);
