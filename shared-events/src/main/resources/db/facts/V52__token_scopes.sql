-- 令牌范围。 What a token may be used for, when it was issued and last used; those of before may do what their account may.
alter table api_token add column scopes varchar(100) default 'READ,WRITE,IMPORT' not null;
alter table api_token add column issued_at timestamp with time zone;
alter table api_token add column last_used timestamp with time zone;
