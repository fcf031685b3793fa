-- 检查点外送。 Each checkpoint on its way to a second place outside of this machine, once for each way.
create table checkpoint_message (
    size       bigint       not null references ledger_checkpoint (size),
    carrier    varchar(16)  not null,
    recipient  varchar(254) not null,
    state      varchar(16)  not null,
    not_before timestamp(6) with time zone not null,
    attempts   integer      not null,
    changed_at timestamp(6) with time zone not null,
    failure    varchar(64),
    primary key (size, carrier, recipient)
);
create index checkpoint_message_waiting on checkpoint_message (state, not_before);
