-- 存证账起点。 One row: with which hash function the ledger of facts was begun.
create table fact_ledger_start (
    only_row  integer     not null primary key,
    algorithm varchar(16) not null,
    begun_at  timestamp(6) with time zone not null
);
insert into append_lock (id) values (2);

-- 存证账。 Every fact in the order of its commit: its leaf, and the chain up to it (docs/decisions/0040).
create table fact_ledger (
    position     bigint not null primary key,
    global_index bigint not null unique,
    leaf         bytea  not null,
    chain        bytea  not null
);

-- 树节点。 Complete subtrees of 2^8, 2^16, 2^24 … leaves, so that a proof need not hash the whole history.
create table fact_ledger_node (
    level  integer not null,
    number bigint  not null,
    hash   bytea   not null,
    primary key (level, number)
);

-- 签名密钥。 What checkpoints are signed with; the private half lies sealed by the vault.
create table ledger_key (
    key_id      varchar(32) not null primary key,
    public_key  bytea       not null,
    private_key bytea       not null,
    made_at     timestamp(6) with time zone not null
);

-- 检查点。 What was said of the whole history at a moment, and signed.
create table ledger_checkpoint (
    size      bigint      not null primary key,
    root      bytea       not null,
    chain     bytea       not null,
    at        timestamp(6) with time zone not null,
    key_id    varchar(32) not null references ledger_key (key_id),
    signature bytea       not null
);

-- 验真记录。 Each check of the whole history, who asked for it and what it found.
create table ledger_check (
    id          varchar(36)  not null primary key,
    asked_by    varchar(100),
    begun_at    timestamp(6) with time zone not null,
    ended_at    timestamp(6) with time zone not null,
    facts       bigint       not null,
    chained     bigint       not null,
    waiting     bigint       not null,
    checkpoints integer      not null,
    found       bigint       not null
);
create index ledger_check_ended on ledger_check (ended_at);

create table ledger_check_finding (
    check_id     varchar(36)  not null references ledger_check (id),
    ordinal      integer      not null,
    kind         varchar(32)  not null,
    position     bigint       not null,
    global_index bigint       not null,
    identifier   varchar(64),
    subject      varchar(64),
    number       bigint,
    type         varchar(255),
    time         varchar(40),
    primary key (check_id, ordinal)
);
