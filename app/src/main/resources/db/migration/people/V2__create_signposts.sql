-- "Is this young person known to any team?", asked from outside. The asker learns whom to ask and nothing else;
-- who asked, when and why is kept, and told to the chair of the piece of work.
create table people.signpost_request (
  id       uuid primary key,
  asked_by uuid not null,
  at       timestamptz not null,
  terms    bytea not null,
  reason   bytea not null,
  constraint signpost_request_by_fk foreign key (asked_by) references access.user_account (id)
);
comment on column people.signpost_request.terms is 'Blind index of what was asked; never in clear';
comment on column people.signpost_request.reason is 'Sealed: why somebody asked';
create index signpost_request_by_ix on people.signpost_request (asked_by, at);

create table people.signpost_match (
  id           uuid primary key,
  request_id   uuid not null,
  workspace_id uuid not null,
  person_id    uuid not null,
  answer       text,
  answered_by  uuid,
  answered_at  timestamptz,
  constraint signpost_match_request_fk foreign key (request_id) references people.signpost_request (id),
  constraint signpost_match_workspace_fk foreign key (workspace_id) references access.workspace (id),
  constraint signpost_match_person_fk foreign key (person_id) references people.person (id),
  constraint signpost_match_once_uq unique (request_id, workspace_id, person_id),
  constraint signpost_match_answer_ck check (answer in ('YES', 'NO')),
  constraint signpost_match_answered_ck check ((answer is null) = (answered_by is null)
    and (answer is null) = (answered_at is null))
);
create index signpost_match_workspace_ix on people.signpost_match (workspace_id);

alter table people.signpost_request enable row level security;
alter table people.signpost_request force row level security;
alter table people.signpost_match enable row level security;
alter table people.signpost_match force row level security;

-- The chair sees what waits for an answer; the asker sees answers only through the application's own role.
create policy signpost_match_read on people.signpost_match for select to sightline_staff
  using (workspace_id in (select access.my_workspaces_as('CHAIR'))
    and person_id in (select people.open_to_me()));
create policy signpost_match_answer on people.signpost_match for update to sightline_staff
  using (workspace_id in (select access.my_workspaces_as('CHAIR'))
    and person_id in (select people.open_to_me()))
  with check (answered_by = access.me());
create policy signpost_request_read on people.signpost_request for select to sightline_staff
  using (id in (select m.request_id from people.signpost_match m));

create policy signpost_request_system on people.signpost_request to sightline_system using (true) with check (true);
create policy signpost_match_system on people.signpost_match to sightline_system using (true) with check (true);
create policy holding_system on people.holding for select to sightline_system using (true);
create policy details_system on people.details for select to sightline_system using (true);
create policy identifier_system on people.identifier for select to sightline_system using (true);

grant select on people.signpost_request, people.signpost_match to sightline_staff;
grant update (answer, answered_by, answered_at) on people.signpost_match to sightline_staff;
grant select, insert on people.signpost_request, people.signpost_match to sightline_system;
-- Indexes and ids: the application's own role reads nothing of a record.
grant select (person_id, workspace_id, ended_at) on people.holding to sightline_system;
grant select (person_id, version, surname_birth) on people.details to sightline_system;
grant select (person_id, value_index, ended_at) on people.identifier to sightline_system;
