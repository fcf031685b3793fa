-- 账号与登录 (docs/decisions/0020)。 When a password was set, and whether its owner still has to choose one himself.
alter table account add column password_changed_at timestamp with time zone;
update account set password_changed_at = created_at;
alter table account alter column password_changed_at set not null;
alter table account add column password_temporary boolean default false not null;

-- 猜测限速。 How full each lane is, shared by all nodes; subjects are keyed hashes, so that a row names nobody.
create table sign_in_pace (
    subject      varchar(80)      not null primary key,
    level        double precision not null,
    level_at     timestamp(6) with time zone not null,
    closed_until timestamp(6) with time zone not null,
    told         boolean          not null
);
create index sign_in_pace_level_at on sign_in_pace (level_at);

-- 常用设备。 Browsers that an account has signed in with; only the SHA-256 of a device's secret is kept.
create table known_device (
    device_hash varchar(64) not null,
    account     varchar(64) not null references account (id),
    since       timestamp with time zone not null,
    last_used   timestamp with time zone not null,
    primary key (device_hash, account)
);

-- 安全日志。 Who signed in or failed to, and what was done about it; rows are only ever added. No account where none was meant.
create table security_log (
    id      bigint generated always as identity primary key,
    at      timestamp(6) with time zone not null,
    event   varchar(40)  not null,
    account varchar(64),
    network varchar(64)  not null,
    detail  varchar(200) not null
);
create index security_log_account on security_log (account, id);

-- 会话。 Spring Session's own tables, by which all nodes know who is signed in.
create table spring_session (
    primary_id            char(36) not null primary key,
    session_id            char(36) not null,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval integer  not null,
    expiry_time           bigint   not null,
    principal_name        varchar(100)
);
create unique index spring_session_ix1 on spring_session (session_id);
create index spring_session_ix2 on spring_session (expiry_time);
create index spring_session_ix3 on spring_session (principal_name);
create table spring_session_attributes (
    session_primary_id char(36)     not null references spring_session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);
