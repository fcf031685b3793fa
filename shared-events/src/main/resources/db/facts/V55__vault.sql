-- 密钥库单独成一个模式。 Keys lie in a schema of their own, so that backups that are kept for long can leave them out (docs/decisions/0023).
create schema if not exists vault;

-- 密钥。 One for each person, case and import, wrapped by a master key (null: from before there was more than one).
create table vault.subject_key (
    key_id     varchar(100) primary key,
    wrapped    bytea not null,
    wrapped_by varchar(100),
    created_at timestamp with time zone not null
);
create index subject_key_wrapped_by on vault.subject_key (wrapped_by);
insert into vault.subject_key (key_id, wrapped, created_at) select key_id, wrapped, created_at from vault_key;
drop table vault_key;

-- 主密钥。 Which master key was put to use when; the latest wraps new keys, on every node.
create table vault.master_key (
    key_id varchar(100) primary key,
    since  timestamp(6) with time zone not null
);

-- 各节点所知的主密钥。 What the running nodes know, so that no key is wrapped in a way that one of them cannot open.
create table vault.node_master_key (
    node    varchar(100) not null,
    key_id  varchar(100) not null,
    seen_at timestamp(6) with time zone not null,
    primary key (node, key_id)
);

-- 已销毁的密钥。 Destroyed for good, and not to be used again should a backup bring them back; the same stands in a file.
create table vault.erased_key (
    key_id    varchar(100) primary key,
    subject   varchar(100) not null,
    erased_at timestamp(6) with time zone not null,
    -- until the file of the database was rewritten, what the row of the key consisted of may lie in an unused page
    in_old_pages boolean default true not null
);
create index erased_key_subject on vault.erased_key (subject);

-- 号码索引。 Keyed hashes of telephone and identity numbers; deleted with the person's key (docs/decisions/0022).
create table vault.number_hash (
    subject varchar(100) not null,
    what    varchar(16)  not null,
    case_id varchar(64)  not null,
    hash    varchar(64)  not null,
    primary key (subject, what)
);
create index number_hash_hash on vault.number_hash (hash);
create index number_hash_case on vault.number_hash (case_id);
