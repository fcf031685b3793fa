-- paths are asked for by what lies in their middle, which no index tells
drop index case_state_place;
drop index case_state_unit;

-- Of twelve rows that a case leaves behind one is how it stands, and that one is asked for. PostgreSQL can keep the others out of an index; every row
-- that is written or ended went into all of them before. On H2 these lines are comments.
${postgresql} drop index case_state_reported;
${postgresql} drop index case_state_in_force;
${postgresql} drop index case_state_due;
${postgresql} drop index case_state_closed;
${postgresql} drop index case_state_case;
${postgresql} drop index case_state_number;
${postgresql} drop index case_state_place_reported;
${postgresql} create index case_state_reported on case_state (is_open, reported_at, case_id) where recorded_to = ${forever} and occurred_to = ${forever};
${postgresql} create index case_state_in_force on case_state (in_force, due_order, case_id) where recorded_to = ${forever} and occurred_to = ${forever};
${postgresql} create index case_state_due on case_state (is_open, due_order, case_id) where recorded_to = ${forever} and occurred_to = ${forever};
${postgresql} create index case_state_closed on case_state (closed_out_at) where recorded_to = ${forever} and occurred_to = ${forever};
${postgresql} create index case_state_case on case_state (case_id, occurred_to) where recorded_to = ${forever};
${postgresql} create index case_state_number on case_state (number) where recorded_to = ${forever} and occurred_to = ${forever};
${postgresql} create index case_state_place_reported on case_state (place, reported_at) where recorded_to = ${forever} and occurred_to = ${forever};
-- for a past day, and for the further pages of a list that has grown since its first one was shown
${postgresql} create index case_state_past on case_state (recorded_to, occurred_to);
