-- 听证、调解、退办与议事会清单。 A case remembers more than it did: the facts are read again from the first one
delete from reading.token_entry;
delete from reading.duty;
delete from reading.past_closeout;
delete from reading.case_state;
delete from reading.fact;
