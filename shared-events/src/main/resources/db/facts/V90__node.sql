-- 节点。 Processes that work on this database; all moments by its own clock (docs/decisions/0046).
create table node (
    name       varchar(100) not null primary key,
    run        varchar(36)  not null,
    given      boolean      not null,
    services   varchar(100) not null,
    version    varchar(60)  not null,
    ahead_ms   bigint       not null,
    started_at timestamp(6) with time zone not null,
    seen_at    timestamp(6) with time zone not null
);
