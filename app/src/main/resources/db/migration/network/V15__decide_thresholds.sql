-- Whether a threshold for an assessment is met, as people decided (B47 to B50): never computed. What it is about is
-- somebody or something on the map, or the whole exercise.
create table network.threshold_decision (
  id            uuid primary key,
  workspace_id  uuid not null,
  number        bigint not null default nextval('network.said_number'),
  question      text not null,
  element_id    uuid,
  decided_on    date not null,
  content       bytea not null,
  by_user       uuid not null,
  at            timestamptz not null,
  taken_back_by uuid,
  taken_back_at timestamptz,
  constraint threshold_decision_exercise_fk foreign key (workspace_id) references network.exercise (workspace_id),
  constraint threshold_decision_by_fk foreign key (by_user) references access.user_account (id),
  constraint threshold_decision_question_ck check (question in ('PEER', 'CONTEXT')),
  constraint threshold_decision_back_ck check ((taken_back_by is null) = (taken_back_at is null))
);
comment on column network.threshold_decision.content is 'Sealed: what was decided, by whom, why, and by which threshold document. Special category data';
create index threshold_decision_workspace_ix on network.threshold_decision (workspace_id);

alter table network.threshold_decision enable row level security;
alter table network.threshold_decision force row level security;

create policy threshold_decision_read on network.threshold_decision for select to sightline_staff
  using (workspace_id in (select access.my_workspaces()));
create policy threshold_decision_add on network.threshold_decision for insert to sightline_staff
  with check (by_user = access.me() and workspace_id in
    (select access.my_workspaces_as('CHAIR', 'PRACTITIONER', 'ANALYST')));
create policy threshold_decision_take_back on network.threshold_decision for update to sightline_staff
  using (workspace_id in (select access.my_workspaces_as('CHAIR', 'PRACTITIONER', 'ANALYST')))
  with check (taken_back_by is null or taken_back_by = access.me());

grant select, insert on network.threshold_decision to sightline_staff;
grant update (taken_back_by, taken_back_at) on network.threshold_decision to sightline_staff;
