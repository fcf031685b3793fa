-- 读模型版次。 The two sets of reading tables: what becomes of each, and all that was decided about them; the last that was put to serve does.
create table reading_edition (
    edition       varchar(1)  not null primary key,
    state         varchar(16) not null,
    begun_at      timestamp(6) with time zone,
    complete_at   timestamp(6) with time zone,
    then_serve_by varchar(100)
);
insert into reading_edition (edition, state, begun_at) values ('A', 'BUILDING', current_timestamp);
insert into reading_edition (edition, state) values ('B', 'EMPTY');

create table reading_edition_log (
    n       bigint generated always as identity primary key,
    edition varchar(1)   not null,
    step    varchar(16)  not null,
    at      timestamp(6) with time zone not null,
    by_whom varchar(100) not null,
    reason  varchar(400) not null
);

-- the tables as they were before there were two sets of them; all that was in them is read again
drop schema if exists reading cascade;
