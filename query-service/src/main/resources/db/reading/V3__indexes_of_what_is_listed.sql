-- The statistics of PostgreSQL speak of all rows that a case ever had, and let it walk along the wrong index: each of these holds just the rows of a list.
-- On H2 the lines that begin with a sign are comments.
${postgresql} drop index case_state_reported;
${postgresql} drop index case_state_in_force;
${postgresql} drop index case_state_due;
${postgresql} drop index case_state_closed;
${postgresql} create index case_state_reported on case_state (is_open, reported_at, case_id) where recorded_to = ${forever} and occurred_to = ${forever} and is_open;
${postgresql} create index case_state_in_force on case_state (in_force, due_order, case_id) where recorded_to = ${forever} and occurred_to = ${forever} and in_force;
${postgresql} create index case_state_due on case_state (is_open, due_order, case_id) where recorded_to = ${forever} and occurred_to = ${forever} and is_open;
${postgresql} create index case_state_closed on case_state (closed_out_at) where recorded_to = ${forever} and occurred_to = ${forever} and closed_out_at is not null;
-- the close-out list in its order: what waits, what stands; and cases with more than one cycle
${postgresql} create index case_state_waiting on case_state (coalesce(resolved_at, closed_out_at), case_id) where recorded_to = ${forever} and occurred_to = ${forever} and is_open and resolved_at is not null;
${postgresql} create index case_state_stands on case_state (coalesce(resolved_at, closed_out_at), case_id) where recorded_to = ${forever} and occurred_to = ${forever} and closed_out_at is not null;
${postgresql} create index case_state_reopened on case_state (case_id) where recorded_to = ${forever} and occurred_to = ${forever} and cycle_number > 1;
-- What is counted is many rows, and nearly all of them may be seen by whoever works for their place or unit: those are counted without fetching one.
-- In the others stand names, as many as there may be, for which an index has no room.
${postgresql} create index case_state_counted_open on case_state (is_open) include (in_force, resolved_at, awaits_revisit, kind, accused_units, recused, place_path, unit_path, officer, lead_officer) where recorded_to = ${forever} and occurred_to = ${forever} and is_open and recused = '' and accused_units = '';
${postgresql} create index case_state_counted_closed on case_state (closed_out_at) include (exit_kind, kind, accused_units, recused, place_path, unit_path, officer, lead_officer) where recorded_to = ${forever} and occurred_to = ${forever} and closed_out_at is not null and recused = '' and accused_units = '';
${postgresql} create index case_state_named on case_state (case_id) where recorded_to = ${forever} and occurred_to = ${forever} and not (recused = '' and accused_units = '');
-- how cases stand today is one row of twelve, and few of those are open: not what each column by itself lets expect
${postgresql} create statistics case_state_standing (mcv) on recorded_to, occurred_to, is_open, in_force from case_state;
