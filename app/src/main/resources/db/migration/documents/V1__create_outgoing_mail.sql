create schema documents;

grant usage on schema documents to sightline_system;

-- Mail that has not gone yet. A row goes when the mail server has taken the message.
create table documents.outgoing_mail (
  id               uuid primary key,
  recipient        bytea not null,
  subject          bytea not null,
  body             bytea not null,
  queued_at        timestamptz not null,
  tries            int not null default 0,
  try_after        timestamptz not null,
  undeliverable_on date,
  constraint outgoing_mail_tries_ck check (tries >= 0)
);
comment on table documents.outgoing_mail is 'Says that something waits: never what, never about whom';
comment on column documents.outgoing_mail.recipient is 'Sealed: e-mail address';
comment on column documents.outgoing_mail.subject is 'Sealed: its subject';
comment on column documents.outgoing_mail.body is 'Sealed: its text';
comment on column documents.outgoing_mail.undeliverable_on is 'The day the address was refused for good, or trying ended';
create index outgoing_mail_waiting_ix on documents.outgoing_mail (try_after)
  where undeliverable_on is null;

alter table documents.outgoing_mail enable row level security;
alter table documents.outgoing_mail force row level security;

-- Only the application itself writes mail; no person reads it here.
create policy outgoing_mail_system on documents.outgoing_mail to sightline_system
  using (true) with check (true);
grant select, insert, delete on documents.outgoing_mail to sightline_system;
grant update (tries, try_after, undeliverable_on) on documents.outgoing_mail to sightline_system;
