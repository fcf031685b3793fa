-- the orders that lists are read in most, each along an index: a page of a hundred thousand cases costs what one of a thousand does
drop index reading.case_state_now;
create index case_state_reported on reading.case_state (recorded_to, occurred_to, is_open, reported_at, case_id);
create index case_state_in_force on reading.case_state (recorded_to, occurred_to, in_force, due_order, case_id);
