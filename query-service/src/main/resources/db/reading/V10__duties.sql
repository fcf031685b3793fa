-- 到期事务。 What has to be done by a day, as it stands now; its passing is marked once.
create table reading.duty (
    case_id     varchar(64) not null,
    clock       varchar(32) not null,
    cycle       integer     not null,
    last_day    date        not null,
    started_at  timestamp(6) with time zone not null,
    ends_at     timestamp(6) with time zone not null,
    known_since timestamp(6) with time zone not null,
    awaits_mark boolean     not null,
    primary key (case_id, clock)
);
create index duty_awaits_mark on reading.duty (awaits_mark, ends_at, case_id);
create index duty_last_day on reading.duty (last_day, case_id);

-- the facts are read again from the first one: what is due follows from them
delete from reading.token_entry;
delete from reading.past_closeout;
delete from reading.case_state;
delete from reading.fact;
