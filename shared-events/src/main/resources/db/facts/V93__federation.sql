-- 联通来源。 Counties whose facts are copied here (docs/decisions/0051): how far, how fresh, and what stopped it.
create table federation_source (
    name        varchar(40)  not null primary key,
    algorithm   varchar(16),
    size        bigint       not null,
    chain       bytea,
    copied      bigint       not null,
    head_size   bigint       not null,
    head        varchar(2000),
    fresh_at    timestamp(6) with time zone,
    asked_at    timestamp(6) with time zone,
    failure     varchar(64),
    stop        varchar(32),
    stop_at     bigint,
    stopped_at  timestamp(6) with time zone,
    taken_by    varchar(100),
    taken_until timestamp(6) with time zone
);

-- 来源账。 The ledger of each county as it was proven: every leaf, and which fact it belongs to where that was shared.
create table federation_leaf (
    source     varchar(40) not null references federation_source (name),
    position   bigint      not null,
    leaf       bytea       not null,
    identifier varchar(64) unique,
    primary key (source, position)
);

create table federation_node (
    source varchar(40) not null references federation_source (name),
    level  integer     not null,
    number bigint      not null,
    hash   bytea       not null,
    primary key (source, level, number)
);

-- 撤回共享。 Cases that a county shared and has kept back since, because of what they turned out to be; no list shows them any more.
create table federation_withdrawn (
    case_id varchar(64) not null primary key,
    source  varchar(40) not null references federation_source (name),
    at      timestamp(6) with time zone not null
);

-- 联通告警。 What was found wrong with a county's ledger, and when.
create table federation_finding (
    id         bigint generated always as identity primary key,
    source     varchar(40)  not null references federation_source (name),
    found_at   timestamp(6) with time zone not null,
    kind       varchar(32)  not null,
    position   bigint       not null,
    identifier varchar(64),
    head       varchar(2000)
);
create index federation_finding_source on federation_finding (source, id);
