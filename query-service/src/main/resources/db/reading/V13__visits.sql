-- 走访。 A case tells what became of its visits: the facts are read again from the first one
delete from reading.token_entry;
delete from reading.duty;
delete from reading.past_closeout;
delete from reading.case_state;
delete from reading.fact;

-- 走访：with each state of a case all its visits, and what each leaves open
create table reading.visit (
    case_id       varchar(64)   not null,
    occurred_from timestamp(6) with time zone not null,
    recorded_from timestamp(6) with time zone not null,
    n             integer       not null,
    visit_id      varchar(36)   not null,
    type          varchar(32)   not null,
    visited_at    timestamp(6) with time zone not null,
    place         varchar(32)   not null,
    officers      varchar(4000) not null,
    outcome       varchar(32)   not null,
    commitment_by date,
    follow_up     varchar(32),
    questions     varchar(200)  not null,
    primary key (case_id, occurred_from, recorded_from, n),
    foreign key (case_id, occurred_from, recorded_from)
        references reading.case_state (case_id, occurred_from, recorded_from) on delete cascade
);
create index visit_by_place on reading.visit (place, visited_at);
