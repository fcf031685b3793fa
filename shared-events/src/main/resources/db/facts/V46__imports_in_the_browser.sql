-- 试导入与改正。 Dry runs, how far an import is, and what is kept of it for how long (docs/imports.md).
alter table ledger_import add column dry_run boolean default false not null;
-- of a dry run: the import that was started from it
alter table ledger_import add column started_as varchar(36);
-- counted when the work begins
alter table ledger_import add column rows_total bigint;
-- until then the failed rows, and of a dry run the file, can be had; null when nothing is kept
alter table ledger_import add column kept_until timestamp with time zone;
create index ledger_import_kept on ledger_import (kept_until);

-- The mapping of an import, sealed, under a keyed hash of the headings that it was made for.
create table ledger_import_mapping (
    import_id varchar(36) not null primary key,
    headings  varchar(64) not null,
    content   bytea       not null
);
create index ledger_import_mapping_headings on ledger_import_mapping (headings);

-- The rows that failed, sealed, in pieces: the headings under line 0, others under the line of the first that failed together.
create table ledger_import_failed_row (
    import_id varchar(36) not null,
    line      bigint      not null,
    piece     integer     not null,
    content   bytea       not null,
    primary key (import_id, line, piece)
);
