-- 第二验证。 The secret that an account shares with its owner's authenticator, sealed in the vault; unconfirmed until he gave a code of it.
create table second_factor (
    account      varchar(64) not null primary key references account (id),
    secret       bytea       not null,
    confirmed_at timestamp with time zone,
    -- the time step of the last code taken: a code is good once
    last_step    bigint      not null
);

-- 恢复码。 For who lost his authenticator: each good once, and only their SHA-256 is kept.
create table recovery_code (
    account   varchar(64) not null references account (id),
    code_hash varchar(64) not null,
    primary key (account, code_hash)
);
