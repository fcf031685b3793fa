-- 统一身份认证的关联。 An administrator gives the name; issuer and subject are those of the first who came with it.
create table oidc_link (
    account  varchar(64)  not null primary key references account (id),
    name     varchar(200) not null unique,
    issuer   varchar(400),
    subject  varchar(255),
    bound_at timestamp with time zone,
    unique (issuer, subject)
);
