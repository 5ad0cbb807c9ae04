-- a panel wants one item of all instruments
create index fundamentals_item on fundamentals (item, instrument_id);
