-- 在案事实。 Every fact as it was recorded; the history shows it, the fold reads it (docs/decisions/0011).
create table reading.fact (
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
create table reading.case_state (
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
    primary key (case_id, occurred_from, recorded_from)
);

-- what is known and holds now is what is asked for nearly always
create index case_state_now on reading.case_state (recorded_to, occurred_to, is_open, reported_at);
create index case_state_closed on reading.case_state (recorded_to, occurred_to, closed_out_at);
create index case_state_place on reading.case_state (recorded_to, occurred_to, place_path);
create index case_state_unit on reading.case_state (recorded_to, occurred_to, unit_path);
-- the projection asks for the current rows of one case; without this H2 may walk through those of all cases
create index case_state_case on reading.case_state (case_id, recorded_to, occurred_to);
create index case_state_number on reading.case_state (number);

-- 进度。 How far each processor has read, and who does the reading (Axon's token store).
create table reading.token_entry (
    processor_name varchar(255) not null,
    segment        integer      not null,
    token          bytea,
    token_type     varchar(255),
    timestamp      varchar(64),
    owner          varchar(255),
    primary key (processor_name, segment)
);

-- 死信。 Facts that could not be read, parked with all later ones of their case (Axon's dead-letter queue).
create table reading.dead_letter_entry (
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
create index dead_letter_entry_touched on reading.dead_letter_entry (processing_group, last_touched);
