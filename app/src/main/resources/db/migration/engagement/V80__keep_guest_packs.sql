-- What the results of a round are called, for a guest who reads them and sees nothing else of the round or
-- its plan (AC-19): written when somebody is asked.
create table engagement.guest_pack (
  pack_id uuid primary key,
  title   text not null,
  constraint guest_pack_round_fk foreign key (pack_id) references engagement.round (workspace_id)
);
create table engagement.guest_place (
  pack_id  uuid not null,
  zone_key text not null,
  position int not null,
  name     text not null,
  constraint guest_place_pk primary key (pack_id, zone_key),
  constraint guest_place_pack_fk foreign key (pack_id) references engagement.guest_pack (pack_id)
);
comment on table engagement.guest_place is 'Without places with one adult in charge, which no outward result names';

alter table engagement.guest_pack enable row level security;
alter table engagement.guest_pack force row level security;
alter table engagement.guest_place enable row level security;
alter table engagement.guest_place force row level security;

create policy guest_pack_read on engagement.guest_pack for select to sightline_staff
  using (pack_id in (select access.my_packs()) or pack_id in (select access.my_workspaces()));
create policy guest_pack_write on engagement.guest_pack for insert to sightline_staff
  with check (pack_id in (select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD', 'DEPUTY_LEAD', 'HEAD')));
create policy guest_pack_rename on engagement.guest_pack for update to sightline_staff
  using (pack_id in (select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD', 'DEPUTY_LEAD', 'HEAD')))
  with check (pack_id in (select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD', 'DEPUTY_LEAD', 'HEAD')));
create policy guest_place_read on engagement.guest_place for select to sightline_staff
  using (pack_id in (select access.my_packs()) or pack_id in (select access.my_workspaces()));
create policy guest_place_write on engagement.guest_place for insert to sightline_staff
  with check (pack_id in (select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD', 'DEPUTY_LEAD', 'HEAD')));
create policy guest_place_rename on engagement.guest_place for update to sightline_staff
  using (pack_id in (select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD', 'DEPUTY_LEAD', 'HEAD')))
  with check (pack_id in (select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD', 'DEPUTY_LEAD', 'HEAD')));
grant select, insert, update on engagement.guest_pack, engagement.guest_place to sightline_staff;
