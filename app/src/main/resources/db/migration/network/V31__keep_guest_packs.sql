-- What a guest of a mapping session reads (AC-19): kept with the pack, because a guest sees neither the exercise nor
-- its map. The pack has the id of the session.
create table network.guest_pack (
  pack_id      uuid primary key,
  workspace_id uuid not null,
  content      bytea not null,
  by_user      uuid not null,
  at           timestamptz not null,
  constraint guest_pack_session_fk foreign key (workspace_id, pack_id)
    references network.session (workspace_id, id),
  constraint guest_pack_by_fk foreign key (by_user) references access.user_account (id)
);
comment on column network.guest_pack.content is
  'Sealed: people, lines and questions as a guest of the session reads them. Special category data';

alter table network.guest_pack enable row level security;
alter table network.guest_pack force row level security;
create policy guest_pack_read on network.guest_pack for select to sightline_staff
  using (pack_id in (select access.my_packs()) or workspace_id in (select access.my_workspaces_as('CHAIR', 'PRACTITIONER', 'ANALYST')));
-- Chairs ask guests; whoever takes somebody off the map writes the packs anew.
create policy guest_pack_write on network.guest_pack for insert to sightline_staff
  with check (by_user = access.me() and workspace_id in (select access.my_workspaces_as('CHAIR', 'PRACTITIONER', 'ANALYST')));
create policy guest_pack_again on network.guest_pack for update to sightline_staff
  using (workspace_id in (select access.my_workspaces_as('CHAIR', 'PRACTITIONER', 'ANALYST')))
  with check (by_user = access.me() and workspace_id in (select access.my_workspaces_as('CHAIR', 'PRACTITIONER', 'ANALYST')));
grant select, insert, update on network.guest_pack to sightline_staff;
