-- 待回访。 Resolved, and not to be closed out before a revisit confirms it.
alter table reading.case_state add column awaits_revisit boolean default false not null;

-- what was known latest pins the pages of a list
create index case_state_recorded on reading.case_state (recorded_from);

-- 以往销号。 The close-outs of earlier cycles: a row of case_state speaks of the latest cycle only.
create table reading.past_closeout (
    case_id       varchar(64) not null,
    occurred_from timestamp(6) with time zone not null,
    recorded_from timestamp(6) with time zone not null,
    cycle_number  integer     not null,
    resolved_at   timestamp(6) with time zone,
    closed_out_at timestamp(6) with time zone not null,
    primary key (case_id, occurred_from, recorded_from, cycle_number),
    foreign key (case_id, occurred_from, recorded_from)
        references reading.case_state (case_id, occurred_from, recorded_from) on delete cascade
);
