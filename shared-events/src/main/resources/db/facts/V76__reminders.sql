-- 提醒。 What was to be told of a last day: once for each rung of the ladder, whoever looks and however often.
create table reminder (
    id        varchar(36) not null primary key,
    case_id   varchar(64) not null,
    number    varchar(64) not null,
    clock     varchar(32) not null,
    cycle     integer     not null,
    last_day  date        not null,
    days      integer     not null,
    level     varchar(16) not null,
    policy    varchar(64) not null,
    made_at   timestamp(6) with time zone not null,
    overtaken boolean     not null,
    constraint reminder_once unique (case_id, clock, cycle, last_day, days)
);
create index reminder_by_day on reminder (last_day, days);

-- 发件箱。 Each reminder on its way to somebody, once for each way.
create table reminder_message (
    reminder_id varchar(36) not null references reminder (id),
    carrier     varchar(16) not null,
    recipient   varchar(64) not null,
    state       varchar(16) not null,
    not_before  timestamp(6) with time zone not null,
    attempts    integer     not null,
    changed_at  timestamp(6) with time zone not null,
    taken_by    varchar(36),
    failure     varchar(64),
    primary key (reminder_id, carrier, recipient)
);
create index reminder_message_waiting on reminder_message (carrier, state, not_before);
create index reminder_message_of_recipient on reminder_message (recipient, carrier, state, changed_at);

-- 提醒巡查。 The last day of which every rung was seen to; at most one row.
create table reminder_round (
    only_row     integer not null primary key,
    done_through date    not null
);

-- 提醒邮箱。 Where somebody wants reminders mailed to.
alter table account add column mail varchar(254);
