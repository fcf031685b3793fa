-- 导入人的辖区。 An import keeps within the place of whoever asked for it.
alter table ledger_import add column requested_place varchar(24);
