-- filters of a list that an officer gave a name; a convenience of one account, no fact
create table saved_view (
  account varchar(64) not null,
  list varchar(40) not null,
  name varchar(40) not null,
  query varchar(1000) not null,
  primary key (account, list, name)
);
