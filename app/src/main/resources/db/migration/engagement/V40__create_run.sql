-- What a facilitator's run sheet keeps of a session. Nothing here is about a map or about who said what.
create table engagement.run (
  session_id      uuid primary key,
  workspace_id    uuid not null,
  stage           text not null,
  elapsed_seconds int not null,
  running_since   timestamptz,
  maps_out        int not null default 0,
  maps_in         int not null default 0,
  students_left   int not null default 0,
  constraint run_session_fk foreign key (session_id) references engagement.session (id),
  constraint run_counts_ck check (maps_out between 0 and 500 and maps_in between 0 and 500 and students_left between 0 and 500),
  constraint run_elapsed_ck check (elapsed_seconds between 0 and 86400)
);

create table engagement.cue (
  session_id   uuid not null,
  workspace_id uuid not null,
  line         text not null,
  said_by      uuid not null,
  said_at      timestamptz not null,
  constraint cue_pk primary key (session_id, line),
  constraint cue_session_fk foreign key (session_id) references engagement.session (id)
);

create table engagement.note (
  id           uuid primary key,
  session_id   uuid not null,
  workspace_id uuid not null,
  question     text,
  zone_key     uuid,
  content      bytea,
  written_by   uuid not null,
  written_on   date not null,
  struck_by    uuid,
  struck_on    date,
  constraint note_session_fk foreign key (session_id) references engagement.session (id),
  constraint note_struck_ck check ((struck_on is null) = (content is not null))
);
create index note_session_ix on engagement.note (session_id);
comment on column engagement.note.content is 'Sealed: what was said, in general terms; gone once it is struck out';

alter table engagement.run enable row level security;
alter table engagement.run force row level security;
alter table engagement.cue enable row level security;
alter table engagement.cue force row level security;
alter table engagement.note enable row level security;
alter table engagement.note force row level security;

create policy run_read on engagement.run for select to sightline_staff
  using (workspace_id in (select access.my_workspaces()));
create policy run_make on engagement.run for insert to sightline_staff
  with check (workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'FACILITATOR')));
create policy run_change on engagement.run for update to sightline_staff
  using (workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'FACILITATOR')))
  with check (workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'FACILITATOR')));
create policy cue_read on engagement.cue for select to sightline_staff
  using (workspace_id in (select access.my_workspaces()));
create policy cue_make on engagement.cue for insert to sightline_staff
  with check (workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'FACILITATOR')));
create policy note_read on engagement.note for select to sightline_staff
  using (workspace_id in (select access.my_workspaces()));
create policy note_make on engagement.note for insert to sightline_staff
  with check (workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'FACILITATOR')));
create policy note_strike on engagement.note for update to sightline_staff
  using (workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'FACILITATOR')))
  with check (workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'FACILITATOR')));

grant select, insert, update on engagement.run to sightline_staff;
grant select, insert on engagement.cue, engagement.note to sightline_staff;
grant update (content, struck_by, struck_on) on engagement.note to sightline_staff;
