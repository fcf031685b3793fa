-- 恢复码。 The first letters find the row, the others are hashed as slowly as a password: fifty bits are too few for a quick hash.
drop table recovery_code;
create table recovery_code (
    account   varchar(64)  not null references account (id),
    slot      varchar(4)   not null,
    code_hash varchar(200) not null,
    primary key (account, slot)
);

-- 开始时间。 A secret that nobody confirmed is shown for a few minutes only.
alter table second_factor add column begun_at timestamp with time zone;
