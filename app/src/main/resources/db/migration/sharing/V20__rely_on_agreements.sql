-- Which agreements a piece of work relies on: what they allow is what it can be opened for (AC-03).
create table sharing.relied_on (
  id           uuid primary key,
  workspace_id uuid not null,
  agreement_id uuid not null,
  by_user      uuid not null,
  at           timestamptz not null,
  ended_by     uuid,
  ended_at     timestamptz,
  constraint relied_on_workspace_fk foreign key (workspace_id) references access.workspace (id),
  constraint relied_on_agreement_fk foreign key (agreement_id) references sharing.agreement (id),
  constraint relied_on_end_ck check ((ended_by is null) = (ended_at is null))
);
create unique index relied_on_once_uq on sharing.relied_on (workspace_id, agreement_id) where ended_at is null;

alter table sharing.relied_on enable row level security;
alter table sharing.relied_on force row level security;

create policy relied_on_read on sharing.relied_on for select to sightline_staff
  using (workspace_id in (select access.my_workspaces()));
create policy relied_on_add on sharing.relied_on for insert to sightline_staff
  with check (by_user = access.me() and ended_at is null
    and workspace_id in (select access.my_workspaces_as('CHAIR')));
create policy relied_on_end on sharing.relied_on for update to sightline_staff
  using (workspace_id in (select access.my_workspaces_as('CHAIR')))
  with check (ended_by = access.me());
grant select, insert on sharing.relied_on to sightline_staff;
grant update (ended_by, ended_at) on sharing.relied_on to sightline_staff;
