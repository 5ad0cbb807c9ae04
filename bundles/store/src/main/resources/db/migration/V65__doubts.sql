-- days of which a source said something that could not be stored: nobody knows whether there is a bar
create table refused_bars (
    market    varchar(8) collate "C" not null,
    ticker    varchar(32) collate "C" not null,
    -- -infinity where the source refused the instrument as a whole, until the chunk has ended
    date      date not null,
    update_id text collate "C" not null,
    chunk     integer not null,
    primary key (market, ticker, date)
);

-- of the bars that came
alter table update_deliveries add last_day date, add tickers text[] not null default '{}';

-- the update whose end shows this state, since the market's panels would show half of that update now
alter table data_snapshots add waits_for text collate "C";
