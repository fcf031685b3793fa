-- 通行密钥。 As Spring Security's JDBC repositories know them, but bound to accounts. The id is random; the names are the account's id.
create table user_entities (
    id           varchar(128) not null primary key,
    name         varchar(64)  not null unique references account (id),
    display_name varchar(64)  not null
);

-- A key's id has up to 1023 bytes, kept in base64.
create table user_credentials (
    credential_id                varchar(1400) not null primary key,
    user_entity_user_id          varchar(128)  not null references user_entities (id),
    public_key                   bytea         not null,
    signature_count              bigint        not null,
    uv_initialized               boolean       not null,
    backup_eligible              boolean       not null,
    authenticator_transports     varchar(400)  not null,
    public_key_credential_type   varchar(40)   not null,
    backup_state                 boolean       not null,
    attestation_object           bytea         not null,
    attestation_client_data_json bytea         not null,
    created                      timestamp with time zone not null,
    last_used                    timestamp with time zone not null,
    label                        varchar(100)  not null
);
create index user_credentials_of_owner on user_credentials (user_entity_user_id);

-- 用过的挑战值。 Those that were signed well, until they are too old to come again.
create table passkey_challenge (
    challenge_hash varchar(64) not null primary key,
    ends_at        timestamp with time zone not null
);
