-- 台账导入。 Imports of ledgers, how far each one is, and what was wrong with its rows (docs/decisions/0012).
create table ledger_import (
    import_id       varchar(36)  not null primary key,
    source          varchar(60)  not null,
    content_hash    varchar(64)  not null,
    state           varchar(8)   not null,
    failure         varchar(64),
    rows_read       bigint       not null,
    done            bigint       not null,
    skipped         bigint       not null,
    failed          bigint       not null,
    warned          bigint       not null,
    next_line       bigint       not null,
    busy_millis     bigint       not null,
    requested_by    varchar(64)  not null,
    requested_unit  varchar(64),
    requested_roles varchar(400) not null,
    requested_at    timestamp with time zone not null,
    finished_at     timestamp with time zone,
    lease_owner     varchar(36),
    lease_until     timestamp with time zone
);
create index ledger_import_state on ledger_import (state, requested_at);

-- The mapping (part 0) and the uploaded file (parts 1 and on), sealed under the import's key until it ends.
create table ledger_import_part (
    import_id varchar(36) not null,
    part      integer     not null,
    content   bytea       not null,
    primary key (import_id, part)
);

-- What was wrong with a row: where and why, never what stood there. The arguments are those of the message, as JSON.
create table ledger_import_problem (
    import_id varchar(36)   not null,
    line      bigint        not null,
    ordinal   integer       not null,
    field     varchar(100)  not null,
    code      varchar(64)   not null,
    arguments varchar(2000) not null,
    severity  varchar(8)    not null,
    primary key (import_id, line, ordinal)
);
