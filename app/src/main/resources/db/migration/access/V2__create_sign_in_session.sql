create table access.sign_in (
  primary_id            char(36) not null,
  session_id            char(36) not null,
  creation_time         bigint not null,
  last_access_time      bigint not null,
  max_inactive_interval int not null,
  expiry_time           bigint not null,
  principal_name        varchar(100),
  constraint sign_in_pk primary key (primary_id)
);
create unique index sign_in_session_ix on access.sign_in (session_id);
create index sign_in_expiry_ix on access.sign_in (expiry_time);
create index sign_in_principal_ix on access.sign_in (principal_name);

create table access.sign_in_attributes (
  session_primary_id char(36) not null,
  attribute_name     varchar(200) not null,
  attribute_bytes    bytea not null,
  constraint sign_in_attributes_pk primary key (session_primary_id, attribute_name),
  constraint sign_in_attributes_fk foreign key (session_primary_id)
    references access.sign_in (primary_id) on delete cascade
);
comment on table access.sign_in is 'Signed-in browsers; holds ids only. No row-level security: read before anyone is known';

grant select, insert, update, delete on access.sign_in, access.sign_in_attributes to sightline_staff;
