-- That students were told what the school did: on which day, who, and how (A37, A68). What was written down
-- by mistake is taken back and stays.
create table engagement.told (
  id            uuid primary key,
  workspace_id  uuid not null,
  told_on       date not null,
  audience      text not null,
  ways          text[] not null,
  by_user       uuid not null,
  at            timestamptz not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  constraint told_round_fk foreign key (workspace_id) references engagement.round (workspace_id),
  constraint told_audience_ck check (audience in ('EVERYBODY', 'SOME_YEARS', 'TOOK_PART')),
  constraint told_ways_ck check (cardinality(ways) > 0 and ways <@ array[
    'ASSEMBLY', 'TUTOR_TIME', 'POSTER', 'MESSAGE', 'COUNCIL', 'OTHER']),
  constraint told_taken_back_ck check ((taken_back_at is null) = (taken_back_by is null))
);
create index told_workspace_ix on engagement.told (workspace_id);

alter table engagement.told enable row level security;
alter table engagement.told force row level security;

create policy told_read on engagement.told for select to sightline_staff
  using (workspace_id in (select access.my_workspaces()));
create policy told_add on engagement.told for insert to sightline_staff
  with check (by_user = access.me() and taken_back_at is null
    and workspace_id in (select access.my_workspaces_as('ROUND_OWNER')));
create policy told_take_back on engagement.told for update to sightline_staff
  using (workspace_id in (select access.my_workspaces_as('ROUND_OWNER')))
  with check (taken_back_by = access.me());
grant select, insert on engagement.told to sightline_staff;
grant update (taken_back_at, taken_back_by) on engagement.told to sightline_staff;
