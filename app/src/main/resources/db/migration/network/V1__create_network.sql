create schema network;

grant usage on schema network to sightline_staff, sightline_system;

-- The map of a piece of work. Its row is held while an edit is added, so that edits have numbers without gaps.
create table network.map (
  workspace_id uuid primary key,
  last         bigint not null,
  constraint map_workspace_fk foreign key (workspace_id) references access.workspace (id),
  constraint map_last_ck check (last >= 0)
);

-- What somebody did to a map in one go. Never changed: taking back is another edit.
create table network.edit (
  id           uuid not null,
  workspace_id uuid not null,
  number       bigint not null,
  undoes       bigint,
  by_user      uuid not null,
  at           timestamptz not null,
  constraint edit_pk primary key (workspace_id, id),
  constraint edit_map_fk foreign key (workspace_id) references network.map (workspace_id),
  constraint edit_by_fk foreign key (by_user) references access.user_account (id),
  constraint edit_number_uq unique (workspace_id, number),
  constraint edit_undoes_ck check (undoes < number)
);

-- What an edit says of one element: a person, a place, a line, a report. Sealed under the element's own key, so
-- that somebody can be erased from every edit that speaks of them.
create table network.said (
  id           uuid primary key,
  edit_id      uuid not null,
  workspace_id uuid not null,
  position     int not null,
  element_id   uuid not null,
  content      bytea not null,
  constraint said_edit_fk foreign key (workspace_id, edit_id) references network.edit (workspace_id, id),
  constraint said_position_uq unique (workspace_id, edit_id, position)
);
comment on column network.said.content is 'Sealed: what is said of it, names and words. Special category data';

do $$
  declare
    t text;
  begin
    foreach t in array array['map', 'edit', 'said'] loop
      execute format('alter table network.%I enable row level security', t);
      execute format('alter table network.%I force row level security', t);
    end loop;
  end $$;

create policy map_read on network.map for select to sightline_staff
  using (workspace_id in (select access.my_workspaces()));
create policy map_begin on network.map for insert to sightline_staff
  with check (workspace_id in (select access.my_workspaces_as('CHAIR', 'PRACTITIONER', 'ANALYST'))
    and exists (select 1 from access.workspace w where w.id = workspace_id and w.kind = 'CASEWORK'));
create policy map_go_on on network.map for update to sightline_staff
  using (workspace_id in (select access.my_workspaces_as('CHAIR', 'PRACTITIONER', 'ANALYST')))
  with check (workspace_id in (select access.my_workspaces_as('CHAIR', 'PRACTITIONER', 'ANALYST')));

create policy edit_read on network.edit for select to sightline_staff
  using (workspace_id in (select access.my_workspaces()));
create policy edit_add on network.edit for insert to sightline_staff
  with check (by_user = access.me()
    and workspace_id in (select access.my_workspaces_as('CHAIR', 'PRACTITIONER', 'ANALYST')));

create policy said_read on network.said for select to sightline_staff
  using (workspace_id in (select access.my_workspaces()));
create policy said_add on network.said for insert to sightline_staff
  with check (workspace_id in (select access.my_workspaces_as('CHAIR', 'PRACTITIONER', 'ANALYST'))
    and edit_id in (select e.id from network.edit e
      where e.workspace_id = said.workspace_id and e.by_user = access.me()));

grant select, insert on network.map, network.edit, network.said to sightline_staff;
grant update (last) on network.map to sightline_staff;
