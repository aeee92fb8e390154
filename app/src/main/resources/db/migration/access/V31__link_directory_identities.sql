-- Who somebody is in their council's own directory (AN-13): the issuer and the subject it names, never an
-- e-mail address.
create table access.directory_identity (
  id           uuid primary key,
  user_id      uuid not null,
  issuer       text not null,
  subject      bytea not null,
  added_on     date not null,
  last_used_on date,
  constraint directory_identity_user_fk foreign key (user_id) references access.user_account (id),
  constraint directory_identity_once_uq unique (issuer, subject),
  constraint directory_identity_issuer_ck check (length(issuer) <= 500)
);
create index directory_identity_user_ix on access.directory_identity (user_id);
comment on column access.directory_identity.subject is 'Keyed hash of what the directory calls the person';

alter table access.directory_identity enable row level security;
alter table access.directory_identity force row level security;
create policy directory_identity_system on access.directory_identity to sightline_system
  using (true) with check (true);
grant select, insert, update, delete on access.directory_identity to sightline_system;
