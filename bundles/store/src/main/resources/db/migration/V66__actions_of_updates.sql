alter table update_chunks drop constraint update_chunks_kind_check;
alter table update_chunks add check (kind in ('instruments', 'actions', 'update', 'backfill', 'reload'));
