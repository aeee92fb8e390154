create schema plans;

grant usage on schema plans to sightline_staff;

-- Something students or staff said about a place, and whether it goes to the head or the council's
-- designated officer only. What was said, decided and done about it lies in the tables below, which are
-- only ever added to: the highest version is the one that holds.
create table plans.issue (
  id           uuid primary key,
  workspace_id uuid not null,
  zone_key     uuid,
  source       text not null,
  sensitive    boolean not null,
  by_user      uuid not null,
  at           timestamptz not null,
  constraint issue_workspace_fk foreign key (workspace_id) references access.workspace (id),
  constraint issue_place_uq unique (id, workspace_id),
  constraint issue_source_ck check (source in ('MARKS', 'REASONS', 'STUDENTS_IDEA', 'STAFF_IDEA',
    'DISCUSSION'))
);
comment on column plans.issue.sensitive is 'One adult is in charge of the place: hidden from facilitators, posters and students';
create unique index issue_once_uq on plans.issue (workspace_id, zone_key, source) where zone_key is not null;
create index issue_workspace_ix on plans.issue (workspace_id);

create table plans.issue_version (
  id             uuid primary key,
  issue_id       uuid not null,
  workspace_id   uuid not null,
  version        int not null,
  place          bytea not null,
  said           bytea,
  for_students   bytea,
  outside_school boolean not null,
  route          text,
  held_back      boolean not null,
  by_user        uuid not null,
  at             timestamptz not null,
  constraint issue_version_issue_fk foreign key (issue_id, workspace_id) references plans.issue (id, workspace_id),
  constraint issue_version_once_uq unique (issue_id, version),
  constraint issue_version_route_ck check (route in ('HEAD', 'DESIGNATED_OFFICER'))
);
comment on column plans.issue_version.place is 'Sealed: the name of the place as it was then';
comment on column plans.issue_version.said is 'Sealed: what students or staff said';
comment on column plans.issue_version.for_students is 'Sealed: the words students will read';

create table plans.council_letter (
  id           uuid primary key,
  workspace_id uuid not null,
  recipient    bytea not null,
  sent_on      date not null,
  reply_by     date not null,
  by_user      uuid not null,
  at           timestamptz not null,
  constraint council_letter_workspace_fk foreign key (workspace_id) references access.workspace (id),
  constraint council_letter_place_uq unique (id, workspace_id),
  constraint council_letter_dates_ck check (reply_by >= sent_on)
);
comment on column plans.council_letter.recipient is 'Sealed: the person or team it went to';
create index council_letter_workspace_ix on plans.council_letter (workspace_id);

create table plans.council_reply (
  id           uuid primary key,
  letter_id    uuid not null,
  workspace_id uuid not null,
  replied_on   date not null,
  reply        bytea not null,
  for_students bytea,
  by_user      uuid not null,
  at           timestamptz not null,
  constraint council_reply_letter_fk foreign key (letter_id, workspace_id) references plans.council_letter (id, workspace_id)
);
comment on column plans.council_reply.reply is 'Sealed: what the council answered';
comment on column plans.council_reply.for_students is 'Sealed: the words students will read';
create index council_reply_letter_ix on plans.council_reply (letter_id);

create table plans.outcome (
  id           uuid primary key,
  issue_id     uuid not null,
  workspace_id uuid not null,
  version      int not null,
  kind         text not null,
  letter_id    uuid,
  referred_to  bytea,
  reason       bytea,
  for_students bytea,
  by_user      uuid not null,
  at           timestamptz not null,
  constraint outcome_issue_fk foreign key (issue_id, workspace_id) references plans.issue (id, workspace_id),
  constraint outcome_letter_fk foreign key (letter_id, workspace_id) references plans.council_letter (id, workspace_id),
  constraint outcome_once_uq unique (issue_id, version),
  constraint outcome_kind_ck check (
    case kind
      when 'PLANNED' then letter_id is null
      when 'COUNCIL' then letter_id is not null
      when 'REFERRED' then referred_to is not null
      when 'NO_ACTION' then reason is not null
      when 'NONE' then letter_id is null and reason is null
      else false
    end)
);
comment on column plans.outcome.referred_to is 'Sealed: whom the issue was passed to';
comment on column plans.outcome.reason is 'Sealed: why';
comment on column plans.outcome.for_students is 'Sealed: the words students will read';

create table plans.action (
  id           uuid primary key,
  issue_id     uuid not null,
  workspace_id uuid not null,
  constraint action_issue_fk foreign key (issue_id, workspace_id) references plans.issue (id, workspace_id),
  constraint action_place_uq unique (id, issue_id, workspace_id)
);
create index action_issue_ix on plans.action (issue_id);

create table plans.action_version (
  id           uuid primary key,
  action_id    uuid not null,
  issue_id     uuid not null,
  workspace_id uuid not null,
  version      int not null,
  step         text not null,
  measure_id   text,
  kind         text not null,
  measure      bytea not null,
  owner        uuid not null,
  due_on       date not null,
  answer       text not null,
  answer_note  bytea,
  for_students bytea,
  done_on      date,
  done_by      uuid,
  review_on    date,
  finding      text,
  finding_note bytea,
  by_user      uuid not null,
  at           timestamptz not null,
  constraint action_version_action_fk foreign key (action_id, issue_id, workspace_id) references plans.action (id, issue_id, workspace_id),
  constraint action_version_owner_fk foreign key (owner) references access.user_account (id),
  constraint action_version_once_uq unique (action_id, version),
  constraint action_version_done_ck check ((done_on is null) = (done_by is null)),
  constraint action_version_step_ck check (step in ('ADDED', 'CHANGED', 'DONE', 'NOT_DONE', 'REVIEWED',
    'TAKEN_OUT', 'PUT_BACK')),
  constraint action_version_answer_ck check (answer in ('MOVES', 'RESTRICTS', 'BOTH', 'NEITHER')),
  constraint action_version_finding_ck check (finding in ('SAFER', 'SAME', 'MOVED', 'WORSE'))
);
comment on column plans.action_version.measure is 'Sealed: what will be done';
comment on column plans.action_version.answer_note is 'Sealed: why it does or does not move the harm';
comment on column plans.action_version.for_students is 'Sealed: the words students will read';
comment on column plans.action_version.finding_note is 'Sealed: what the review found';

-- What a school changed in the library of measures; the shipped words are version 0.
create table plans.measure_version (
  id         uuid primary key,
  school_id  uuid not null,
  measure_id text not null,
  version    int not null,
  kind       text not null,
  title      bytea not null,
  wording    bytea not null,
  hint       bytea not null,
  retired    boolean not null,
  by_user    uuid not null,
  at         timestamptz not null,
  constraint measure_version_school_fk foreign key (school_id) references access.workspace (id),
  constraint measure_version_once_uq unique (school_id, measure_id, version)
);
comment on column plans.measure_version.title is 'Sealed: its short name';
comment on column plans.measure_version.wording is 'Sealed: what it is';
comment on column plans.measure_version.hint is 'Sealed: help with the question whether it moves the harm';

create table plans.council_contact_version (
  id         uuid primary key,
  school_id  uuid not null,
  contact_id uuid not null,
  version    int not null,
  area       bytea not null,
  team       bytea not null,
  email      bytea,
  phone      bytea,
  retired    boolean not null,
  by_user    uuid not null,
  at         timestamptz not null,
  constraint council_contact_version_school_fk foreign key (school_id) references access.workspace (id),
  constraint council_contact_version_once_uq unique (contact_id, version),
  constraint council_contact_version_reach_ck check (email is not null or phone is not null)
);
comment on column plans.council_contact_version.area is 'Sealed: the area the contact answers for';
comment on column plans.council_contact_version.team is 'Sealed: name of the team';
comment on column plans.council_contact_version.email is 'Sealed: e-mail address';
comment on column plans.council_contact_version.phone is 'Sealed: telephone number';
create index council_contact_version_school_ix on plans.council_contact_version (school_id);

alter table plans.issue enable row level security;
alter table plans.issue force row level security;
alter table plans.issue_version enable row level security;
alter table plans.issue_version force row level security;
alter table plans.council_letter enable row level security;
alter table plans.council_letter force row level security;
alter table plans.council_reply enable row level security;
alter table plans.council_reply force row level security;
alter table plans.outcome enable row level security;
alter table plans.outcome force row level security;
alter table plans.action enable row level security;
alter table plans.action force row level security;
alter table plans.action_version enable row level security;
alter table plans.action_version force row level security;
alter table plans.measure_version enable row level security;
alter table plans.measure_version force row level security;
alter table plans.council_contact_version enable row level security;
alter table plans.council_contact_version force row level security;

-- Those who write see every issue; a facilitator sees those that are on no sensitive route. What hangs
-- on an issue is seen by whoever sees the issue. Nobody writes in somebody else's name.
create policy issue_read on plans.issue for select to sightline_staff
  using (workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD', 'HEAD', 'DEPUTY_LEAD'))
    or (not sensitive and workspace_id in (select access.my_workspaces_as('FACILITATOR'))));
create policy issue_add on plans.issue for insert to sightline_staff
  with check (by_user = access.me()
    and workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD', 'HEAD', 'DEPUTY_LEAD')));
create policy issue_route on plans.issue for update to sightline_staff
  using (workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD', 'HEAD', 'DEPUTY_LEAD')))
  with check (workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD', 'HEAD', 'DEPUTY_LEAD')));

create policy issue_version_read on plans.issue_version for select to sightline_staff
  using (issue_id in (select id from plans.issue));
create policy issue_version_add on plans.issue_version for insert to sightline_staff
  with check (by_user = access.me()
    and workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD', 'HEAD', 'DEPUTY_LEAD')));

create policy outcome_read on plans.outcome for select to sightline_staff
  using (issue_id in (select id from plans.issue));
create policy outcome_add on plans.outcome for insert to sightline_staff
  with check (by_user = access.me()
    and workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD', 'HEAD', 'DEPUTY_LEAD')));

create policy action_read on plans.action for select to sightline_staff
  using (issue_id in (select id from plans.issue));
create policy action_add on plans.action for insert to sightline_staff
  with check (workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD', 'HEAD', 'DEPUTY_LEAD')));

create policy action_version_read on plans.action_version for select to sightline_staff
  using (issue_id in (select id from plans.issue));
create policy action_version_add on plans.action_version for insert to sightline_staff
  with check (by_user = access.me()
    and workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD', 'HEAD', 'DEPUTY_LEAD')));

create policy council_letter_read on plans.council_letter for select to sightline_staff
  using (workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD', 'HEAD', 'DEPUTY_LEAD', 'FACILITATOR')));
create policy council_letter_add on plans.council_letter for insert to sightline_staff
  with check (by_user = access.me()
    and workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD', 'HEAD', 'DEPUTY_LEAD')));

create policy council_reply_read on plans.council_reply for select to sightline_staff
  using (workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD', 'HEAD', 'DEPUTY_LEAD', 'FACILITATOR')));
create policy council_reply_add on plans.council_reply for insert to sightline_staff
  with check (by_user = access.me()
    and workspace_id in (select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD', 'HEAD', 'DEPUTY_LEAD')));

create policy measure_version_read on plans.measure_version for select to sightline_staff
  using (school_id in (select access.my_workspaces()));
create policy measure_version_add on plans.measure_version for insert to sightline_staff
  with check (by_user = access.me()
    and school_id in (select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD', 'HEAD', 'DEPUTY_LEAD')));

create policy council_contact_version_read on plans.council_contact_version for select to sightline_staff
  using (school_id in (select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD', 'HEAD', 'DEPUTY_LEAD', 'ADMINISTRATOR')));
create policy council_contact_version_add on plans.council_contact_version for insert to sightline_staff
  with check (by_user = access.me()
    and school_id in (select access.my_workspaces_as('ROUND_OWNER', 'SAFEGUARDING_LEAD', 'HEAD', 'DEPUTY_LEAD', 'ADMINISTRATOR')));

grant select, insert on plans.issue, plans.issue_version, plans.council_letter, plans.council_reply, plans.outcome, plans.action, plans.action_version, plans.measure_version, plans.council_contact_version to sightline_staff;
grant update (sensitive) on plans.issue to sightline_staff;
