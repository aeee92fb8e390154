create schema contexts;

grant usage on schema contexts to sightline_staff;

create table contexts.floor_plan (
  id           uuid primary key,
  workspace_id uuid not null,
  name         text not null,
  constraint floor_plan_workspace_fk foreign key (workspace_id) references access.workspace (id)
);
comment on table contexts.floor_plan is 'The master plan of a school: floors and zones, kept in versions';

create table contexts.plan_version (
  id           uuid primary key,
  plan_id      uuid not null,
  workspace_id uuid not null,
  number       int not null,
  saved_on     date not null,
  saved_by     uuid not null,
  constraint plan_version_plan_fk foreign key (plan_id) references contexts.floor_plan (id),
  constraint plan_version_number_uq unique (plan_id, number),
  constraint plan_version_number_ck check (number > 0)
);

create table contexts.picture (
  id           uuid primary key,
  workspace_id uuid not null,
  content      bytea not null
);
comment on column contexts.picture.content is 'Sealed: a floor as PNG, encoded by us';

create table contexts.floor (
  version_id   uuid not null,
  workspace_id uuid not null,
  position     int not null,
  name         text not null,
  width        int not null,
  height       int not null,
  picture_id   uuid,
  constraint floor_pk primary key (version_id, position),
  constraint floor_version_fk foreign key (version_id) references contexts.plan_version (id),
  constraint floor_picture_fk foreign key (picture_id) references contexts.picture (id),
  constraint floor_size_ck check (width between 1 and 2400 and height between 1 and 2400)
);
comment on column contexts.floor.width is 'Width of the picture in dots; of the empty sheet where there is none';

create table contexts.zone (
  version_id     uuid not null,
  workspace_id   uuid not null,
  zone_key       uuid not null,
  floor          int not null,
  name           text not null,
  outline        text not null,
  adults         text not null,
  watched        text not null,
  other_years    text not null,
  one_adult      boolean not null,
  elsewhere      boolean not null,
  notes          bytea,
  constraint zone_pk primary key (version_id, zone_key),
  constraint zone_floor_fk foreign key (version_id, floor) references contexts.floor (version_id, position),
  constraint zone_adults_ck check (adults in ('NOT_ASKED', 'RARELY', 'SOMETIMES', 'MOSTLY')),
  constraint zone_watched_ck check (watched in ('NOT_ASKED', 'YES', 'NO')),
  constraint zone_other_years_ck check (other_years in ('NOT_ASKED', 'YES', 'NO'))
);
comment on column contexts.zone.zone_key is 'The same place keeps its key over all versions, so that rounds can be compared';
comment on column contexts.zone.outline is 'Corners as JSON, fractions of the width and height of the floor';
comment on column contexts.zone.notes is 'Sealed: free notes on the place';

alter table contexts.floor_plan enable row level security;
alter table contexts.floor_plan force row level security;
alter table contexts.plan_version enable row level security;
alter table contexts.plan_version force row level security;
alter table contexts.picture enable row level security;
alter table contexts.picture force row level security;
alter table contexts.floor enable row level security;
alter table contexts.floor force row level security;
alter table contexts.zone enable row level security;
alter table contexts.zone force row level security;

create policy floor_plan_read on contexts.floor_plan for select to sightline_staff
  using (workspace_id in (select access.my_workspaces()));
create policy floor_plan_make on contexts.floor_plan for insert to sightline_staff
  with check (workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'FACILITATOR', 'SAFEGUARDING_LEAD', 'DEPUTY_LEAD', 'HEAD')));
create policy plan_version_read on contexts.plan_version for select to sightline_staff
  using (workspace_id in (select access.my_workspaces()));
create policy plan_version_make on contexts.plan_version for insert to sightline_staff
  with check (workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'FACILITATOR', 'SAFEGUARDING_LEAD', 'DEPUTY_LEAD', 'HEAD')));
create policy picture_read on contexts.picture for select to sightline_staff
  using (workspace_id in (select access.my_workspaces()));
create policy picture_make on contexts.picture for insert to sightline_staff
  with check (workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'FACILITATOR', 'SAFEGUARDING_LEAD', 'DEPUTY_LEAD', 'HEAD')));
create policy floor_read on contexts.floor for select to sightline_staff
  using (workspace_id in (select access.my_workspaces()));
create policy floor_make on contexts.floor for insert to sightline_staff
  with check (workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'FACILITATOR', 'SAFEGUARDING_LEAD', 'DEPUTY_LEAD', 'HEAD')));
create policy zone_read on contexts.zone for select to sightline_staff
  using (workspace_id in (select access.my_workspaces()));
create policy zone_make on contexts.zone for insert to sightline_staff
  with check (workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'FACILITATOR', 'SAFEGUARDING_LEAD', 'DEPUTY_LEAD', 'HEAD')));

-- Versions are added, never changed.
grant select, insert on contexts.floor_plan, contexts.plan_version, contexts.picture, contexts.floor,
  contexts.zone to sightline_staff;
