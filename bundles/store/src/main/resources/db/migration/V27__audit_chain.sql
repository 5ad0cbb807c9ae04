alter table audit_log
    alter column id drop identity,
    -- how often it happened, where it was refused again and again
    add column count    bigint not null default 1 check (count > 0),
    -- SHA-256 of the record before and of this one, which covers the former
    add column previous bytea,
    add column hash     bytea;

drop trigger audit_log_append_only on audit_log;

-- numbers the records that are there without a gap and chains them, by the same rule as the program
do $$
declare
    record audit_log%rowtype;
    number bigint := 0;
    before bytea := decode(repeat('00', 32), 'hex');
    content bytea;
    digest bytea;
begin
    for record in select * from audit_log order by id loop
        number := number + 1;
        select string_agg(
                   case when field is null then convert_to('-,', 'UTF8')
                        else convert_to(octet_length(convert_to(field, 'UTF8')) || ':' || field || ',', 'UTF8') end,
                   ''::bytea order by place)
            into content
            from unnest(array[
                number::text,
                trunc(extract(epoch from record.timestamp) * 1000000)::bigint::text,
                record.user_id::text,
                record.username,
                record.action,
                record.resource,
                record.status,
                record.address,
                '1']) with ordinality as fields (field, place);
        digest := sha256(before || content);
        update audit_log set id = number, previous = before, hash = digest where id = record.id;
        before := digest;
    end loop;
end $$;

alter table audit_log
    alter column previous set not null,
    alter column hash set not null,
    add check (octet_length(previous) = 32 and octet_length(hash) = 32);

create index audit_log_resource on audit_log (resource, id);
create index audit_log_timestamp on audit_log (timestamp);

create trigger audit_log_append_only before update or truncate on audit_log
    for each statement execute function refuse_change();

-- records go only from the beginning, and only after a record says up to which one
create function refuse_unrecorded_pruning() returns trigger language plpgsql as $$
declare
    last bigint;
begin
    select max(id) into last from gone;
    if last is not null and not exists (
        select from audit_log where action = 'audit.prune' and split_part(resource, ' ', 1)::bigint >= last) then
        raise exception 'records of % are added, never changed', tg_table_name;
    end if;
    return null;
end $$;
create trigger audit_log_pruned after delete on audit_log referencing old table as gone
    for each statement execute function refuse_unrecorded_pruning();
