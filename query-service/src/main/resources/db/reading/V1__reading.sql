-- 在案事实。 Every fact as it was recorded; the history shows it, the fold reads it (docs/decisions/0011).
create table fact (
    case_id     varchar(64)  not null,
    sequence    bigint       not null,
    type        varchar(64)  not null,
    revision    varchar(32)  not null,
    occurred_at timestamp(6) with time zone not null,
    recorded_at timestamp(6) with time zone not null,
    actor       varchar(100),
    roles       varchar(400),
    unit        varchar(64),
    late        varchar(32),
    import_id   varchar(64),
    payload     bytea        not null,
    primary key (case_id, sequence)
);

-- 双时案情。 A case for a span of legal time as known during a span of recorded time.
create table case_state (
    case_id          varchar(64)  not null,
    occurred_from    timestamp(6) with time zone not null,
    occurred_to      timestamp(6) with time zone not null,
    recorded_from    timestamp(6) with time zone not null,
    recorded_to      timestamp(6) with time zone not null,
    version          integer      not null,
    number           varchar(64)  not null,
    kind             varchar(32)  not null,
    channel          varchar(32)  not null,
    category         varchar(64)  not null,
    category_path    varchar(400) not null,
    place            varchar(64)  not null,
    place_path       varchar(400) not null,
    title            varchar(2000) not null,
    party_size       integer      not null,
    is_joint         boolean      not null,
    is_repeat        boolean      not null,
    accused_units    varchar(2000) not null,
    status           varchar(32)  not null,
    is_open          boolean      not null,
    exit_kind        varchar(32),
    exit_at          timestamp(6) with time zone,
    import_id        varchar(64),
    reported_at      timestamp(6) with time zone not null,
    transfer_due     date,
    cycle_number     integer      not null,
    cycle_opened_at  timestamp(6) with time zone not null,
    unit             varchar(64),
    unit_path        varchar(400),
    officer          varchar(100),
    lead_officer     varchar(100),
    in_force         boolean      not null,
    assigned_at      timestamp(6) with time zone,
    signed_at        timestamp(6) with time zone,
    objection_due    date,
    notice_due       date,
    report_back_by   date,
    return_proposed  timestamp(6) with time zone,
    times_returned   integer      not null,
    accepted_at      timestamp(6) with time zone,
    handling_due     date,
    due              date,
    due_clock        varchar(32),
    due_start        timestamp(6) with time zone,
    light_notice_at  timestamp(6) with time zone,
    light_amber_at   timestamp(6) with time zone,
    light_red_at     timestamp(6) with time zone,
    light_black_at   timestamp(6) with time zone,
    urged            integer      not null,
    supervision      varchar(32),
    answer_by        date,
    answered_at      timestamp(6) with time zone,
    last_visit_at    timestamp(6) with time zone,
    last_type        varchar(64)  not null,
    last_at          timestamp(6) with time zone not null,
    resolved_at      timestamp(6) with time zone,
    outcome          varchar(32),
    result           varchar(32),
    stance           varchar(32),
    doorstep         boolean      not null,
    resolver         varchar(100),
    revisit_due      date,
    revisit_verdict  varchar(32),
    revisited_at     timestamp(6) with time zone,
    closed_out_at    timestamp(6) with time zone,
    closed_out_by    varchar(100),
    reopened_at      timestamp(6) with time zone,
    detail           bytea        not null,
    awaits_revisit   boolean      not null,
    due_order        date         not null,
    recused          varchar(2000) not null,
    primary key (case_id, occurred_from, recorded_from)
);

-- what is known and holds now is what is asked for nearly always; the orders that lists are read in most lie along an index, so that a page of a
-- hundred thousand cases costs what one of a thousand does
create index case_state_reported on case_state (recorded_to, occurred_to, is_open, reported_at, case_id);
create index case_state_in_force on case_state (recorded_to, occurred_to, in_force, due_order, case_id);
create index case_state_due on case_state (recorded_to, occurred_to, is_open, due_order, case_id);
create index case_state_closed on case_state (recorded_to, occurred_to, closed_out_at);
create index case_state_place on case_state (recorded_to, occurred_to, place_path);
create index case_state_unit on case_state (recorded_to, occurred_to, unit_path);
-- the projection asks for the current rows of one case; without this H2 may walk through those of all cases
create index case_state_case on case_state (case_id, recorded_to, occurred_to);
create index case_state_number on case_state (number);
create index case_state_place_reported on case_state (place, reported_at);
-- what was known latest pins the pages of a list
create index case_state_recorded on case_state (recorded_from);

-- 以往销号。 The close-outs of earlier cycles: a row of case_state speaks of the latest cycle only.
create table past_closeout (
    case_id       varchar(64) not null,
    occurred_from timestamp(6) with time zone not null,
    recorded_from timestamp(6) with time zone not null,
    cycle_number  integer     not null,
    resolved_at   timestamp(6) with time zone,
    closed_out_at timestamp(6) with time zone not null,
    primary key (case_id, occurred_from, recorded_from, cycle_number),
    foreign key (case_id, occurred_from, recorded_from)
        references case_state (case_id, occurred_from, recorded_from) on delete cascade
);

-- 督办台账与退办：with each state of a case all the orders to see to it, and all that was said and decided about whose it is
create table supervision (
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
        references case_state (case_id, occurred_from, recorded_from) on delete cascade
);
create table assignment_return (
    case_id       varchar(64) not null,
    occurred_from timestamp(6) with time zone not null,
    recorded_from timestamp(6) with time zone not null,
    n             integer     not null,
    unit          varchar(64) not null,
    came_up_at    timestamp(6) with time zone not null,
    decision      varchar(16),
    primary key (case_id, occurred_from, recorded_from, n),
    foreign key (case_id, occurred_from, recorded_from)
        references case_state (case_id, occurred_from, recorded_from) on delete cascade
);

-- 走访：with each state of a case all its visits, and what each leaves open
create table visit (
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
        references case_state (case_id, occurred_from, recorded_from) on delete cascade
);
create index visit_by_place on visit (place, visited_at);

-- 到期事务。 What has to be done by a day, as it stands now; its passing is marked once.
create table duty (
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
create index duty_awaits_mark on duty (awaits_mark, ends_at, case_id);
create index duty_last_day on duty (last_day, case_id);

-- 进度。 How far each processor has read, and who does the reading (Axon's token store).
create table token_entry (
    processor_name varchar(255) not null,
    segment        integer      not null,
    token          bytea,
    token_type     varchar(255),
    timestamp      varchar(64),
    owner          varchar(255),
    primary key (processor_name, segment)
);

-- 死信。 Facts that could not be read, parked with all later ones of their case (Axon's dead-letter queue).
create table dead_letter_entry (
    dead_letter_identifier varchar(64)  not null primary key,
    processing_group       varchar(255) not null,
    sequence_identifier    varchar(255) not null,
    sequence_index         bigint       not null,
    message_type           varchar(255) not null,
    event_identifier       varchar(64)  not null,
    timestamp              varchar(64)  not null,
    payload_type           varchar(255) not null,
    payload_revision       varchar(32),
    payload                bytea        not null,
    metadata               bytea,
    aggregate_type         varchar(64),
    aggregate_identifier   varchar(64),
    sequence_number        bigint,
    token_type             varchar(255),
    token                  bytea,
    enqueued_at            varchar(64)  not null,
    last_touched           varchar(64),
    processing_started     varchar(64),
    cause_type             varchar(255),
    cause_message          varchar(1023),
    diagnostics            bytea,
    unique (processing_group, sequence_identifier, sequence_index)
);
create index dead_letter_entry_touched on dead_letter_entry (processing_group, last_touched);
