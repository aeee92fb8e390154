create schema engagement;

grant usage on schema engagement to sightline_staff, sightline_system;

create table engagement.round (
  workspace_id  uuid primary key,
  school        uuid not null,
  title         text not null,
  plan_version  uuid not null,
  before        uuid,
  opened_on     date not null,
  ended_on      date,
  constraint round_workspace_fk foreign key (workspace_id) references access.workspace (id),
  constraint round_plan_fk foreign key (plan_version) references contexts.plan_version (id),
  constraint round_before_fk foreign key (before) references engagement.round (workspace_id)
);
comment on column engagement.round.before is 'The round this one is compared with';

create table engagement.session (
  id                uuid primary key,
  workspace_id      uuid not null,
  number            int not null,
  version           int not null,
  held_on           date not null,
  starts_at         time not null,
  sitting           text not null,
  key_stage         int,
  group_gender      text not null,
  group_size        int,
  room              text,
  room_is_private   text not null,
  in_class_time     text not null,
  chosen_with       text not null,
  how_chosen        bytea,
  peers_checked     bytea,
  adjusted_because  bytea,
  scribe            bytea,
  response_lead     uuid,
  response_pathway  bytea,
  tag               text not null,
  class_code        bytea not null,
  class_code_index  bytea not null,
  last_day          date not null,
  started_on        date,
  started_by        uuid,
  closed_on         date,
  closed_by         uuid,
  maps_out          int,
  maps_in           int,
  constraint session_round_fk foreign key (workspace_id) references engagement.round (workspace_id),
  constraint session_number_uq unique (workspace_id, number),
  constraint session_class_code_uq unique (class_code_index),
  constraint session_tag_uq unique (tag),
  constraint session_sitting_ck check (sitting in ('ONE_LESSON', 'THIRTY_MINUTES', 'TWO_LESSONS')),
  constraint session_gender_ck check (group_gender in ('NOT_ASKED', 'GIRLS', 'BOYS', 'MIXED')),
  constraint session_order_ck check (closed_on is null or started_on is not null),
  constraint session_key_stage_ck check (key_stage between 2 and 5)
);
comment on column engagement.session.how_chosen is 'Sealed: how the group was chosen';
comment on column engagement.session.peers_checked is 'Sealed: current concerns and peer dynamics that were checked';
comment on column engagement.session.adjusted_because is 'Sealed: why the group was adjusted';
comment on column engagement.session.scribe is 'Sealed: name of the scribe who keeps confidence';
comment on column engagement.session.response_pathway is 'Sealed: what happens when somebody discloses harm';
comment on column engagement.session.class_code is 'Sealed: what young people type to join';
comment on column engagement.session.class_code_index is 'Blind index of the class code';

create table engagement.session_facilitator (
  session_id   uuid not null,
  workspace_id uuid not null,
  user_id      uuid not null,
  kind         text not null,
  constraint session_facilitator_pk primary key (session_id, user_id),
  constraint session_facilitator_session_fk foreign key (session_id) references engagement.session (id),
  constraint session_facilitator_kind_ck check (kind in ('STAFF', 'TRAINED_STUDENT'))
);

create table engagement.session_step (
  session_id   uuid not null,
  workspace_id uuid not null,
  step         text not null,
  done_on      date not null,
  done_by      uuid not null,
  constraint session_step_pk primary key (session_id, step),
  constraint session_step_session_fk foreign key (session_id) references engagement.session (id)
);

alter table engagement.round enable row level security;
alter table engagement.round force row level security;
alter table engagement.session enable row level security;
alter table engagement.session force row level security;
alter table engagement.session_facilitator enable row level security;
alter table engagement.session_facilitator force row level security;
alter table engagement.session_step enable row level security;
alter table engagement.session_step force row level security;

create policy round_read on engagement.round for select to sightline_staff
  using (workspace_id in (select access.my_workspaces()));
create policy round_make on engagement.round for insert to sightline_staff
  with check (workspace_id in (select access.my_workspaces_as('ROUND_OWNER')));
create policy round_change on engagement.round for update to sightline_staff
  using (workspace_id in (select access.my_workspaces_as('ROUND_OWNER')))
  with check (workspace_id in (select access.my_workspaces_as('ROUND_OWNER')));
create policy session_read on engagement.session for select to sightline_staff
  using (workspace_id in (select access.my_workspaces()));
create policy session_make on engagement.session for insert to sightline_staff
  with check (workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'FACILITATOR')));
create policy session_change on engagement.session for update to sightline_staff
  using (workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'FACILITATOR')))
  with check (workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'FACILITATOR')));
create policy session_facilitator_all on engagement.session_facilitator to sightline_staff
  using (workspace_id in (select access.my_workspaces()))
  with check (workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'FACILITATOR')));
create policy session_step_all on engagement.session_step to sightline_staff
  using (workspace_id in (select access.my_workspaces()))
  with check (workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'FACILITATOR')));

grant select, insert on engagement.round, engagement.session to sightline_staff;
grant update (title, plan_version, ended_on) on engagement.round to sightline_staff;
grant update on engagement.session to sightline_staff;
grant select, insert, delete on engagement.session_facilitator, engagement.session_step to sightline_staff;
