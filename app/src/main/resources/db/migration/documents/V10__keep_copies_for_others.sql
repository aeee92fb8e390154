-- For whom a copy is, and who may look at the list: whoever took it, and those who look after the workspace.
alter table documents.copy add column for_whom bytea;
comment on column documents.copy.for_whom is 'Sealed: who the copy is for';

drop policy copy_read on documents.copy;
create policy copy_read on documents.copy for select to sightline_staff
  using (by_user = access.me()
    or workspace_id in (select access.kept_by_me()) and object_id not in (select access.closed_to_me()));

-- A copy that waits to be picked up: sealed, at an address that is nobody's but the receiver's, for seven
-- days at most. A document is stamped when it is picked up; a file is ready, and opens with a passphrase
-- that is kept nowhere.
create table documents.pick_up (
  id           uuid primary key,
  kind         text not null,
  workspace_id uuid not null,
  object_id    uuid not null,
  purpose      text not null,
  for_whom     bytea not null,
  made         text not null,
  title        text not null,
  content      bytea,
  address      bytea not null,
  address_hash bytea not null,
  receiver     uuid not null,
  by_user      uuid not null,
  at           timestamptz not null default now(),
  until        timestamptz not null,
  fetched_at   timestamptz,
  constraint pick_up_workspace_fk foreign key (workspace_id) references access.workspace (id),
  constraint pick_up_receiver_fk foreign key (receiver) references access.user_account (id),
  constraint pick_up_user_fk foreign key (by_user) references access.user_account (id),
  constraint pick_up_address_uq unique (address_hash),
  constraint pick_up_kind_ck check (kind ~ '^[a-z]+\.[a-z-]+$'),
  constraint pick_up_purpose_ck check (purpose in ('MEETING', 'COLLEAGUES', 'PARTNERS', 'TAKING_PART', 'RECORD')),
  constraint pick_up_made_ck check (made in ('DOCUMENT', 'FILE')),
  constraint pick_up_hash_ck check (octet_length(address_hash) = 32),
  constraint pick_up_days_ck check (until > at and until <= at + interval '7 days'),
  constraint pick_up_gone_ck check (fetched_at is null or content is null),
  -- A file and its passphrase are the sender's, who hands them on by two ways.
  constraint pick_up_receiver_ck check ((made = 'FILE') = (receiver = by_user))
);
comment on table documents.pick_up is 'Copies that wait to be picked up, once, by one person';
comment on column documents.pick_up.for_whom is 'Sealed: who the copy is for';
comment on column documents.pick_up.title is 'What kind of document it is; names nobody';
comment on column documents.pick_up.content is 'Sealed: the copy; gone once it was fetched or has run out';
comment on column documents.pick_up.address is 'Sealed: the address it is fetched from, for its receiver';
create index pick_up_receiver_ix on documents.pick_up (receiver);
create index pick_up_object_ix on documents.pick_up (object_id);
create index pick_up_workspace_ix on documents.pick_up (workspace_id);
create index pick_up_user_ix on documents.pick_up (by_user);

alter table documents.pick_up enable row level security;
alter table documents.pick_up force row level security;

create policy pick_up_leave on documents.pick_up for insert to sightline_staff
  with check (by_user = access.me() and fetched_at is null
    and workspace_id in (select access.my_workspaces())
    and object_id not in (select access.closed_to_me()));
create policy pick_up_read on documents.pick_up for select to sightline_staff
  using ((receiver = access.me() or by_user = access.me() or workspace_id in (select access.kept_by_me()))
    and object_id not in (select access.closed_to_me()));
create policy pick_up_fetch on documents.pick_up for update to sightline_staff
  using (receiver = access.me() and fetched_at is null and until > now())
  with check (receiver = access.me() and fetched_at is not null and content is null);
create policy pick_up_system on documents.pick_up for select to sightline_system using (true);
create policy pick_up_run_out on documents.pick_up for update to sightline_system
  using (until <= now()) with check (content is null);
grant select, insert on documents.pick_up to sightline_staff;
grant update (fetched_at, content) on documents.pick_up to sightline_staff;
grant select (id, until, content) on documents.pick_up to sightline_system;
grant update (content) on documents.pick_up to sightline_system;

-- Whoever looks after a workspace takes copies of what they see of it; and whoever picks a document up takes
-- the copy, though its workspace is closed to them.
drop policy copy_take on documents.copy;
create policy copy_take on documents.copy for insert to sightline_staff
  with check (by_user = access.me() and (workspace_id in (select access.my_workspaces())
    or workspace_id in (select access.kept_by_me()) or exists (
    select 1
      from documents.pick_up p
     where p.receiver = access.me() and p.fetched_at is null and p.until > now()
       and p.workspace_id = copy.workspace_id and p.object_id = copy.object_id and p.kind = copy.kind)));
