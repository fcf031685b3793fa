-- 听证、调解、退办与议事会清单。 A case remembers more than it did: the facts are read again from the first one
delete from reading.token_entry;
delete from reading.duty;
delete from reading.past_closeout;
delete from reading.case_state;
delete from reading.fact;

-- 督办台账与退办：with each state of a case all the orders to see to it, and all that was said and decided about whose it is
create table reading.supervision (
    case_id       varchar(64) not null,
    occurred_from timestamp(6) with time zone not null,
    recorded_from timestamp(6) with time zone not null,
    n             integer     not null,
    level         varchar(32) not null,
    by_unit       varchar(64),
    by_role       varchar(32),
    ordered_at    timestamp(6) with time zone not null,
    answer_by     date        not null,
    ends_at       timestamp(6) with time zone not null,
    answered_at   timestamp(6) with time zone,
    primary key (case_id, occurred_from, recorded_from, n),
    foreign key (case_id, occurred_from, recorded_from)
        references reading.case_state (case_id, occurred_from, recorded_from) on delete cascade
);
create table reading.assignment_return (
    case_id       varchar(64) not null,
    occurred_from timestamp(6) with time zone not null,
    recorded_from timestamp(6) with time zone not null,
    n             integer     not null,
    unit          varchar(64) not null,
    came_up_at    timestamp(6) with time zone not null,
    decision      varchar(16),
    primary key (case_id, occurred_from, recorded_from, n),
    foreign key (case_id, occurred_from, recorded_from)
        references reading.case_state (case_id, occurred_from, recorded_from) on delete cascade
);
