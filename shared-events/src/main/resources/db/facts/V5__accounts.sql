-- 账号。 Who may sign in. The id is that of the officer in the reference data; facts name it, so a row is never deleted.
create table account (
    id            varchar(64)  not null primary key,
    name          varchar(200) not null,
    password_hash varchar(200) not null,
    unit          varchar(64),
    place         varchar(24),
    roles         varchar(400) not null,
    enabled       boolean      not null,
    valid_from    date,
    valid_to      date,
    created_at    timestamp with time zone not null
);

-- 接口令牌。 What programs sign in with; only the SHA-256 of a token is kept.
create table api_token (
    token_hash varchar(64)  not null primary key,
    account    varchar(64)  not null references account (id),
    name       varchar(100) not null,
    expires_at timestamp with time zone not null,
    unique (account, name)
);
