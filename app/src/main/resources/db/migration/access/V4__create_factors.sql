-- How people show who they are. Only the application's own role reads any of it: the role of the staff
-- site could otherwise hand out everybody's password hash.
alter table access.user_account
  alter column password_hash drop not null,
  add column code_key       bytea,
  add column code_step      bigint,
  add column wrong_codes    int not null default 0,
  add column codes_from     timestamptz;
comment on column access.user_account.code_key is 'Sealed: key of the authenticator app';
comment on column access.user_account.code_step is 'The last 30 seconds a code was taken for; each is taken once (AN-07)';
comment on column access.user_account.wrong_codes is 'Wrong one-time codes after a right password, in a row (AN-06)';
comment on column access.user_account.codes_from is 'Before this no one-time code is looked at';

revoke select on access.user_account from sightline_staff;
grant select (id, name, disabled_on) on access.user_account to sightline_staff;

create table access.passkey (
  id            uuid primary key,
  user_id       uuid not null,
  credential_id bytea not null,
  public_key    bytea not null,
  attestation   bytea not null,
  sign_count    bigint not null,
  transports    text not null,
  eligible      boolean not null,
  backed_up     boolean not null,
  label         bytea not null,
  added_on      date not null,
  last_used_on  date,
  constraint passkey_user_fk foreign key (user_id) references access.user_account (id),
  constraint passkey_credential_uq unique (credential_id)
);
comment on column access.passkey.attestation is 'What the device said of the key when it was made';
comment on column access.passkey.label is 'Sealed: what its owner calls it';

create table access.recovery_code (
  id      uuid primary key,
  user_id uuid not null,
  hash    bytea not null,
  constraint recovery_code_user_fk foreign key (user_id) references access.user_account (id),
  constraint recovery_code_hash_uq unique (user_id, hash)
);
comment on table access.recovery_code is 'Unused one-time codes; deleted when used';
comment on column access.recovery_code.hash is 'Keyed hash of 80 random bits, under a key outside the database';

-- A one-time link with which somebody chooses how to sign in (AN-08, AN-09).
create table access.set_up_link (
  hash    bytea primary key,
  user_id uuid,
  until   timestamptz not null,
  constraint set_up_link_user_fk foreign key (user_id) references access.user_account (id)
);
comment on column access.set_up_link.user_id is 'Empty for the first administrator, who is not there yet';
comment on column access.set_up_link.hash is 'SHA-256 of 256 random bits';

-- Wrong passwords by sign-in name, known or not, and apart for devices the person has used before:
-- a stranger slows strangers down and nobody else (AN-06).
create table access.wrong_password (
  key   bytea primary key,
  times int not null,
  until timestamptz not null
);
comment on column access.wrong_password.key is 'Keyed hash of the sign-in name, and of the device when it is known';

-- What a person should know of their own sign-in.
create table access.warning (
  id      uuid primary key,
  user_id uuid not null,
  kind    text not null,
  at      timestamptz not null,
  constraint warning_user_fk foreign key (user_id) references access.user_account (id),
  constraint warning_kind_ck check (kind in ('WRONG_CODES', 'RECOVERY_CODE_USED', 'FACTORS_CHANGED'))
);
create index warning_user_ix on access.warning (user_id, at);

alter table access.passkey enable row level security;
alter table access.passkey force row level security;
alter table access.recovery_code enable row level security;
alter table access.recovery_code force row level security;
alter table access.set_up_link enable row level security;
alter table access.set_up_link force row level security;
alter table access.wrong_password enable row level security;
alter table access.wrong_password force row level security;
alter table access.warning enable row level security;
alter table access.warning force row level security;

create policy passkey_system on access.passkey to sightline_system using (true) with check (true);
create policy recovery_code_system on access.recovery_code to sightline_system using (true) with check (true);
create policy set_up_link_system on access.set_up_link to sightline_system using (true) with check (true);
create policy wrong_password_system on access.wrong_password to sightline_system using (true) with check (true);
create policy warning_system on access.warning to sightline_system using (true) with check (true);
grant select, insert, update, delete on access.passkey, access.recovery_code, access.set_up_link,
  access.wrong_password, access.warning to sightline_system;
grant select on access.sign_in to sightline_system;
