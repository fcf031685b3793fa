-- 删除请求。 Who asked for the erasure of a person's data and on what ground, whom it concerns, and what became of it; rows are only
-- ever added, and none of them tells anything of the person.
create table erasure (
    erasure_id   varchar(36)  not null primary key,
    case_id      varchar(64)  not null,
    petitioner   integer      not null,
    ground       varchar(32)  not null,
    requested_by varchar(100) not null,
    roles        varchar(400) not null,
    requested_at timestamp(6) with time zone not null
);
create index erasure_case on erasure (case_id);

-- The same person in one or several cases.
create table erasure_subject (
    erasure_id varchar(36)  not null references erasure (erasure_id),
    case_id    varchar(64)  not null,
    person_id  varchar(100) not null,
    primary key (erasure_id, case_id, person_id)
);
create index erasure_subject_person on erasure_subject (person_id);

-- APPROVED by one person, REFUSED (remark: why), DONE (remark: how much).
create table erasure_step (
    erasure_id varchar(36)  not null references erasure (erasure_id),
    step       varchar(16)  not null,
    actor      varchar(100) not null,
    roles      varchar(400) not null,
    at         timestamp(6) with time zone not null,
    remark     varchar(64),
    primary key (erasure_id, step, actor)
);
