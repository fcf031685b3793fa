-- 下访领导。 Whom a plan of a no-meeting week can send, version by version.
create table leader (
    account     varchar(100) not null,
    county      varchar(64)  not null,
    leader_rank varchar(32)  not null,
    valid_from  date         not null,
    valid_to    date,
    primary key (account, valid_from)
);

-- 包联乡镇。 Where he is the contact.
create table leader_township (
    account    varchar(100) not null,
    valid_from date         not null,
    township   varchar(64)  not null,
    primary key (account, valid_from, township)
);

-- 离岗时段。 Days on which nobody can send him, both ends included.
create table leader_away (
    account  varchar(100) not null,
    day_from date         not null,
    day_to   date         not null,
    primary key (account, day_from)
);

-- 计划草稿。 A plan on its way to be published: no fact.
create table week_draft (
    week_id varchar(64) not null primary key,
    version bigint      not null,
    content bytea       not null
);
