-- When the clocks of a piece of work were stopped because it was closed, and when they went on because it was opened
-- again: the last holds, and without a day they run.
create table clocks.stopped (
  id           uuid primary key,
  workspace_id uuid not null,
  number       bigint not null default nextval('clocks.said_number'),
  stopped_on   date,
  by_user      uuid not null,
  at           timestamptz not null,
  constraint stopped_workspace_fk foreign key (workspace_id) references access.workspace (id),
  constraint stopped_by_fk foreign key (by_user) references access.user_account (id)
);
create index stopped_workspace_ix on clocks.stopped (workspace_id, number desc);

alter table clocks.stopped enable row level security;
alter table clocks.stopped force row level security;
create policy stopped_read on clocks.stopped for select to sightline_staff
  using (workspace_id in (select access.my_workspaces()));
create policy stopped_add on clocks.stopped for insert to sightline_staff
  with check (by_user = access.me() and workspace_id in (select access.my_workspaces_as('CHAIR')));
grant select, insert on clocks.stopped to sightline_staff;
