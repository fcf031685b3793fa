-- 满意度评价。 Facts are read again from the first one: a rating tells its cycle, and whether a later one stands in its place.
delete from reading.token_entry;
delete from reading.past_closeout;
delete from reading.case_state;
delete from reading.fact;
delete from reading.duty;
