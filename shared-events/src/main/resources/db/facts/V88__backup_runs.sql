-- what was backed up when; the only one that runs has a 1, so that the database itself lets no second one begin
create table backup_run (
    run_id      varchar(36)  not null primary key,
    running     integer unique,
    state       varchar(16)  not null,
    asked_by    varchar(100),
    node        varchar(100) not null,
    begun_at    timestamp(6) with time zone not null,
    alive_at    timestamp(6) with time zone not null,
    ended_at    timestamp(6) with time zone,
    name        varchar(64),
    facts_bytes bigint,
    keys_bytes  bigint,
    rows_kept   bigint,
    ledger_size bigint,
    ledger_root varchar(64),
    failure     varchar(64)
);
create index backup_run_begun on backup_run (begun_at);
