-- 回避。 Officers who may not know of the case any more, as a path of their ids.
alter table reading.case_state add column recused varchar(2000) default '' not null;
