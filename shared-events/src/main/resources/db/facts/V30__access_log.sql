-- 查阅记录。 Who had personal data of which case opened, when and what for; rows are only ever added.
create table access_log (
    id      bigint generated always as identity primary key,
    at      timestamp(6) with time zone not null,
    actor   varchar(100) not null,
    roles   varchar(400) not null,
    case_id varchar(64)  not null,
    what    varchar(64)  not null,
    purpose varchar(64)  not null
);
create index access_log_case on access_log (case_id, at);
create index access_log_actor on access_log (actor, at);
