-- 同一人: people are found by a table beside their keys now, and are gone with them (docs/decisions/0022).
drop table reading.case_person;
