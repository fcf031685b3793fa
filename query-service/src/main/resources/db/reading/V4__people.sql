-- 同一人。 Which cases the same telephone or identity number was named in; keyed hashes only, the numbers themselves are sealed.
create table reading.case_person (
    case_id varchar(64)  not null,
    hash    varchar(128) not null,
    what    varchar(16)  not null,
    primary key (case_id, hash)
);
create index case_person_hash on reading.case_person (hash);
create index case_state_place_reported on reading.case_state (place, reported_at);
