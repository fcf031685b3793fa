-- 走访手机。 Telephones that somebody goes on visits with; only the SHA-256 of a telephone's token is kept.
create table device (
    id         varchar(36)  not null primary key,
    account    varchar(64)  not null references account (id),
    name       varchar(100) not null,
    token_hash varchar(64)  not null unique,
    known_at   timestamp(6) with time zone not null,
    expires_at timestamp(6) with time zone not null,
    last_used  timestamp(6) with time zone,
    lost_at    timestamp(6) with time zone,
    lost_by    varchar(64)
);
create index device_of_account on device (account);

-- 走访包。 Which cases somebody took along, on which telephone, and until when it keeps them.
create table visit_pack (
    id       varchar(36) not null primary key,
    device   varchar(36) not null references device (id),
    account  varchar(64) not null,
    taken_at timestamp(6) with time zone not null,
    wipe_at  timestamp(6) with time zone not null
);
create table visit_pack_case (
    pack    varchar(36) not null references visit_pack (id),
    case_id varchar(36) not null,
    account varchar(64) not null,
    primary key (pack, case_id)
);
create index visit_pack_case_of_account on visit_pack_case (account, case_id);

-- 分段上传。 Files on their way from a telephone, sealed piece by piece; gone once the whole file is kept.
create table upload (
    case_id    varchar(36) not null,
    device     varchar(36) not null references device (id),
    sha256     varchar(64) not null,
    size       integer     not null,
    received   integer     not null,
    changed_at timestamp(6) with time zone not null,
    primary key (case_id, device, sha256)
);
create table upload_part (
    case_id   varchar(36) not null,
    device    varchar(36) not null,
    sha256    varchar(64) not null,
    from_byte integer     not null,
    content   bytea       not null,
    primary key (case_id, device, sha256, from_byte),
    foreign key (case_id, device, sha256) references upload (case_id, device, sha256) on delete cascade
);

-- 机关公钥。 What telephones seal unsent visits with, so that only this office opens them; at most one row.
create table office_key (
    only_row    integer not null primary key,
    public_key  varchar(1000) not null,
    private_key bytea   not null,
    made_at     timestamp(6) with time zone not null
);
