-- 定格件。 Lists and figures as they were published, and their restatements; each is signed and names the one before it (docs/decisions/0042).
create table snapshot (
    number      bigint        not null primary key,
    restates    bigint references snapshot (number),
    list        varchar(20)   not null,
    title       varchar(200)  not null,
    question    varchar(2000) not null,
    definitions varchar(64)   not null,
    at          timestamp(6) with time zone not null,
    known_at    timestamp(6) with time zone not null,
    maker       varchar(100)  not null,
    roles       varchar(400)  not null,
    unit        varchar(64),
    place       varchar(12),
    made_at     timestamp(6) with time zone not null,
    ledger_size bigint        not null,
    ledger_root varchar(64)   not null,
    content     bytea         not null,
    hash        varchar(64)   not null,
    previous    varchar(64)   not null,
    key_id      varchar(32)   not null references ledger_key (key_id),
    signature   varchar(200)  not null
);
create index snapshot_restates on snapshot (restates);
