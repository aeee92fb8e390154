alter table engagement.session drop column adjusted_because;
alter table engagement.session add column years_expected int[] not null default '{}';
alter table engagement.session add column stage_minutes jsonb not null default '{}';
alter table engagement.session
  add constraint session_years_ck check (years_expected <@ array[3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
comment on column engagement.session.years_expected is 'From planning only, never from marks (A19)';
comment on column engagement.session.stage_minutes is 'Minutes of stages that were changed, by stage (A11)';

create table engagement.session_answer (
  id           uuid primary key,
  seq          bigint generated always as identity,
  session_id   uuid not null,
  workspace_id uuid not null,
  field        text not null,
  answer       bytea,
  for_leads    boolean not null,
  answered_on  date not null,
  answered_by  uuid not null,
  constraint session_answer_session_fk foreign key (session_id) references engagement.session (id),
  constraint session_answer_field_ck check (field ~ '^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)?$')
);
create index session_answer_session_ix on engagement.session_answer (session_id, field);
comment on table engagement.session_answer is 'What was answered while setting up; the last answer counts, none is overwritten';
comment on column engagement.session_answer.answer is 'Sealed: an answer or a reason; null takes it back';
comment on column engagement.session_answer.for_leads is 'Readable by whoever wrote it, the round owner and the safeguarding leads only (A18)';

alter table engagement.session_answer enable row level security;
alter table engagement.session_answer force row level security;
create policy session_answer_read on engagement.session_answer for select to sightline_staff
  using (workspace_id in (select access.my_workspaces())
    and (not for_leads or answered_by = access.me()
      or workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD', 'DEPUTY_LEAD'))));
create policy session_answer_add on engagement.session_answer for insert to sightline_staff
  with check (answered_by = access.me()
    and workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'FACILITATOR')));
grant select, insert on engagement.session_answer to sightline_staff;
