-- 死信搁置。 That a case whose facts cannot be read stays so, who decided it and why; and who took that back.
create table dead_letter_parking (
    id        varchar(36)  not null primary key,
    case_id   varchar(64)  not null,
    reason    varchar(400) not null,
    parked_by varchar(64)  not null,
    parked_at timestamp(6) with time zone not null,
    lifted_by varchar(64),
    lifted_at timestamp(6) with time zone
);
create index dead_letter_parking_case on dead_letter_parking (case_id, lifted_at);
