-- 基础数据。 Places, units, categories and officers; each row is one version and holds on the days of [valid_from, valid_to).
-- A path such as /430525/430525100/430525100201/ makes a subtree one comparison: path like '/430525/430525100/%'.
create table place (
    code       varchar(24)  not null,
    name       varchar(200) not null,
    level      varchar(12)  not null,
    parent     varchar(24),
    path       varchar(400) not null,
    valid_from date         not null,
    valid_to   date,
    lat        numeric(9, 6),
    lon        numeric(9, 6),
    primary key (code, valid_from)
);
create index place_path on place (path);

create table unit (
    id         varchar(64)  not null,
    name       varchar(200) not null,
    place      varchar(24)  not null,
    parent     varchar(64),
    path       varchar(700) not null,
    valid_from date         not null,
    valid_to   date,
    primary key (id, valid_from)
);
create index unit_path on unit (path);

create table category (
    code       varchar(64)  not null,
    name       varchar(200) not null,
    level      integer      not null,
    parent     varchar(64),
    path       varchar(400) not null,
    valid_from date         not null,
    valid_to   date,
    primary key (code, valid_from)
);
create index category_path on category (path);

create table officer (
    id         varchar(64)  not null,
    name       varchar(200) not null,
    unit       varchar(64)  not null,
    head       boolean      not null,
    valid_from date         not null,
    valid_to   date,
    primary key (id, valid_from)
);
create index officer_unit on officer (unit);

-- One row; its stamp is new after every load, so that each node sees that its memory is out of date.
create table reference_stamp (id integer primary key, stamp varchar(36) not null);
insert into reference_stamp (id, stamp) values (1, 'empty');
