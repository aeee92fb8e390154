-- How what comes of a piece of work is used, and who has been told that it is done (E43): what was said before
-- stays, so that it can be seen who knew when.
create table access.work_use (
  id           uuid primary key,
  workspace_id uuid not null,
  used_for     bytea not null,
  told         bytea not null,
  by_user      uuid not null,
  at           timestamptz not null,
  constraint work_use_workspace_fk foreign key (workspace_id) references access.workspace (id),
  constraint work_use_by_fk foreign key (by_user) references access.user_account (id)
);
comment on column access.work_use.used_for is 'Sealed: how what comes of a piece of work is used';
comment on column access.work_use.told is 'Sealed: who has been told that it is done, or why nobody has';
create index work_use_workspace_ix on access.work_use (workspace_id);

alter table access.work_use enable row level security;
alter table access.work_use force row level security;
create policy work_use_read on access.work_use for select to sightline_staff
  using (workspace_id in (select access.my_workspaces()));
create policy work_use_say on access.work_use for insert to sightline_staff
  with check (by_user = access.me() and workspace_id in (select access.my_workspaces_as('CHAIR')));
grant select, insert on access.work_use to sightline_staff;
