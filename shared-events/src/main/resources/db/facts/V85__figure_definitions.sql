-- 统计口径。 Every version of the definitions that ever counted here, in its very words (docs/decisions/0043).
create table figure_definition (
    version    varchar(64)    not null primary key,
    valid_from date           not null,
    hash       varchar(64)    not null,
    text       varchar(60000) not null,
    added_at   timestamp(6) with time zone not null
);
