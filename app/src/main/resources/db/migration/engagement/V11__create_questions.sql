create table engagement.question (
  id           uuid primary key,
  workspace_id uuid not null,
  kind         text not null,
  source       text,
  position     int not null,
  words        text not null,
  hint         text not null,
  removed_on   date,
  constraint question_round_fk foreign key (workspace_id) references engagement.round (workspace_id),
  constraint question_kind_ck check (kind in ('DISCUSSION', 'IN_SESSION'))
);
create index question_round_ix on engagement.question (workspace_id, kind, position);
comment on table engagement.question is 'The questions of a round once it has its own; until then those of questions.yaml are asked (A03)';
comment on column engagement.question.source is 'The id in questions.yaml it was copied from; it stays when the words change';

alter table engagement.question enable row level security;
alter table engagement.question force row level security;
create policy question_read on engagement.question for select to sightline_staff
  using (workspace_id in (select access.my_workspaces()));
create policy question_make on engagement.question for insert to sightline_staff
  with check (workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'FACILITATOR')));
create policy question_change on engagement.question for update to sightline_staff
  using (workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'FACILITATOR')))
  with check (workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'FACILITATOR')));
grant select, insert, update on engagement.question to sightline_staff;
