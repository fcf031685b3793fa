-- 权限变更。 What was changed about an account: who, when, before, after and why; rows are only ever added.
create table account_journal (
    id      bigint generated always as identity primary key,
    account varchar(64)   not null references account (id),
    at      timestamp(6) with time zone not null,
    actor   varchar(64)   not null,
    change  varchar(40)   not null,
    before  varchar(2000),
    after   varchar(2000),
    reason  varchar(400)  not null
);
create index account_journal_account on account_journal (account, id);

-- 一次性码。 With it an account's owner sets his password himself; only its SHA-256 is kept, and one for each account.
create table password_code (
    account    varchar(64) not null primary key references account (id),
    code_hash  varchar(64) not null,
    expires_at timestamp with time zone not null
);
