create table engagement.zone_reason (
  workspace_id  uuid not null,
  zone_key      uuid not null,
  reason        text not null,
  times         int not null,
  constraint zone_reason_pk primary key (workspace_id, zone_key, reason),
  constraint zone_reason_round_fk foreign key (workspace_id) references engagement.round (workspace_id),
  constraint zone_reason_reason_ck check (reason ~ '^[a-z]+(-[a-z]+)*$'),
  constraint zone_reason_times_ck check (times between 1 and 9999)
);
comment on table engagement.zone_reason is 'How often a reason was given for a place, over all discussions of the round';
comment on column engagement.zone_reason.reason is 'Id of a reason in engagement/questions.yaml';

alter table engagement.zone_reason enable row level security;
alter table engagement.zone_reason force row level security;

create policy zone_reason_read on engagement.zone_reason for select to sightline_staff
  using (workspace_id in (select access.my_workspaces()));
create policy zone_reason_make on engagement.zone_reason for insert to sightline_staff
  with check (workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'FACILITATOR')));
create policy zone_reason_take on engagement.zone_reason for delete to sightline_staff
  using (workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'FACILITATOR')));

grant select, insert, delete on engagement.zone_reason to sightline_staff;
