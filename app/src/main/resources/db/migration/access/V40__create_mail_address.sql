-- Where mail that says that something waits goes, if somebody wants it. Confirmed by a link sent there.
create table access.mail_address (
  user_id      uuid primary key,
  address      bytea not null,
  token_hash   bytea,
  token_until  timestamptz,
  confirmed_on date,
  constraint mail_address_user_fk foreign key (user_id) references access.user_account (id)
);
comment on column access.mail_address.address is 'Sealed: e-mail address of a member of staff';
comment on column access.mail_address.token_hash is 'Hash of the link that was sent there, until it is used';

alter table access.mail_address enable row level security;
alter table access.mail_address force row level security;

-- Only the application itself reads addresses: no person needs somebody else's.
create policy mail_address_system on access.mail_address to sightline_system
  using (true) with check (true);
grant select, insert, update, delete on access.mail_address to sightline_system;
