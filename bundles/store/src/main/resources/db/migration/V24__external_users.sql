-- an ARN may hold a path of 512 characters
alter table users
    alter column aws_arn type varchar(2048),
    -- AWS gives this id to no other identity, also when one is deleted and another is made under the same name
    add column aws_user_id varchar(128);

-- proofs that serve once, by their hash; of use until the proof is too old anyway
create table used_proofs (
    proof    varchar(64) collate "C" primary key,
    until    timestamptz not null
);
create index used_proofs_until on used_proofs (until);
