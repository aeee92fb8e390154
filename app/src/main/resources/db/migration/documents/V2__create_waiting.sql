grant usage on schema documents to sightline_staff;

-- What waits for somebody: that something waits, what kind, and where to go. No name, no content.
create table documents.waiting (
  id           uuid primary key,
  to_user      uuid,
  workspace_id uuid,
  to_role      text,
  kind         text not null,
  path         text not null,
  about        uuid not null,
  told_at      timestamptz not null,
  mailed_on    date,
  constraint waiting_user_fk foreign key (to_user) references access.user_account (id),
  constraint waiting_workspace_fk foreign key (workspace_id) references access.workspace (id),
  constraint waiting_to_somebody_ck check ((to_user is null) = (to_role is not null)
    and (to_role is null) = (workspace_id is null)),
  constraint waiting_kind_ck check (kind ~ '^[a-z]+\.[a-z-]+$'),
  constraint waiting_path_ck check (path ~ '^(/[a-z0-9-]+)+$')
);
comment on column documents.waiting.about is 'What has to be done; never shown';
comment on column documents.waiting.mailed_on is 'The day mail about it was put into the outbox, so that it is put there once';
create index waiting_user_ix on documents.waiting (to_user);
create index waiting_role_ix on documents.waiting (workspace_id, to_role);
create index waiting_about_ix on documents.waiting (about);

-- It is done. Whoever does it may not see whom it waited for, so that is a row of its own.
create table documents.waiting_settled (
  id         uuid primary key,
  kind       text not null,
  about      uuid not null,
  settled_at timestamptz not null
);
create index waiting_settled_about_ix on documents.waiting_settled (about);

-- Who has read it.
create table documents.waiting_read (
  waiting_id uuid not null,
  user_id    uuid not null,
  read_on    date not null,
  constraint waiting_read_pk primary key (waiting_id, user_id),
  constraint waiting_read_waiting_fk foreign key (waiting_id) references documents.waiting (id)
    on delete cascade,
  constraint waiting_read_user_fk foreign key (user_id) references access.user_account (id)
);

-- Events whose mail has not been put into the outbox yet (Spring Modulith's registry of event
-- publications). A row goes when its listener has done its work.
create table documents.event_publication (
  id               uuid primary key,
  listener         text not null,
  event_type       text not null,
  event            text not null,
  published_at     timestamptz not null,
  status           text not null,
  attempts         int not null,
  resubmitted_at   timestamptz
);

alter table documents.waiting enable row level security;
alter table documents.waiting force row level security;
alter table documents.waiting_settled enable row level security;
alter table documents.waiting_settled force row level security;
alter table documents.waiting_read enable row level security;
alter table documents.waiting_read force row level security;
alter table documents.event_publication enable row level security;
alter table documents.event_publication force row level security;

-- Anybody who is signed in may give rise to a notice; nobody reads one but whom it is for.
create policy waiting_tell on documents.waiting for insert to sightline_staff
  with check (access.me() is not null);
create policy waiting_mine on documents.waiting for select to sightline_staff
  using (to_user = access.me()
    or (workspace_id, to_role) in (select r.workspace_id, r.role from access.my_roles() r));
create policy waiting_settled_write on documents.waiting_settled for insert to sightline_staff
  with check (access.me() is not null);
create policy waiting_settled_all on documents.waiting_settled for select to sightline_staff
  using (access.me() is not null);
create policy waiting_read_write on documents.waiting_read for insert to sightline_staff
  with check (user_id = access.me()
    and exists (select 1 from documents.waiting w where w.id = waiting_id));
create policy waiting_read_mine on documents.waiting_read for select to sightline_staff
  using (user_id = access.me());
create policy event_publication_write on documents.event_publication for insert to sightline_staff
  with check (access.me() is not null);

create policy waiting_system on documents.waiting to sightline_system
  using (true) with check (true);
create policy waiting_settled_system on documents.waiting_settled to sightline_system
  using (true) with check (true);
create policy waiting_read_system on documents.waiting_read to sightline_system
  using (true) with check (true);
create policy event_publication_system on documents.event_publication to sightline_system
  using (true) with check (true);

grant select, insert on documents.waiting, documents.waiting_settled, documents.waiting_read
  to sightline_staff;
grant insert on documents.event_publication to sightline_staff;
grant select, insert, delete on documents.waiting, documents.waiting_settled to sightline_system;
grant select, delete on documents.waiting_read to sightline_system;
grant update (mailed_on) on documents.waiting to sightline_system;
grant select, insert, update, delete on documents.event_publication to sightline_system;

-- Mail to one address goes in the order in which it was written.
alter table documents.outgoing_mail add column recipient_index bytea;
alter table documents.outgoing_mail add column position bigint generated always as identity;
comment on column documents.outgoing_mail.recipient_index is 'Blind index of the address';
create index outgoing_mail_order_ix on documents.outgoing_mail (recipient_index, position);
