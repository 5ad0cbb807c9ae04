-- what came with a snapshot lies together, so that summaries of blocks suffice to find it
create index daily_bars_kr_import on daily_bars_kr using brin (import_id);
create index daily_bars_us_import on daily_bars_us using brin (import_id);
create index daily_bars_cn_import on daily_bars_cn using brin (import_id);
create index daily_bars_hk_import on daily_bars_hk using brin (import_id);
create index daily_bars_jp_import on daily_bars_jp using brin (import_id);
create index daily_bars_vn_import on daily_bars_vn using brin (import_id);
create index daily_bars_fx_import on daily_bars_fx using brin (import_id);
