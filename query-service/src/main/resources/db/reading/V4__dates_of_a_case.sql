-- The first and the last of all dates that stand in a case; one that is open has no last. Figures of a window read the cases that have a date in it.
-- Rows of earlier versions are read for every window until the lists are built anew.
alter table case_state add column first_day date default date '1900-01-01' not null;
alter table case_state add column last_day date default date '9999-12-31' not null;
${postgresql} create index case_state_dated on case_state (last_day) where recorded_to = ${forever} and occurred_to = ${forever};
